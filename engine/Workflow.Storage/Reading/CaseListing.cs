using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Values;

namespace Workflow.Storage.Reading;

/// <summary>
/// The statement of a page of cases, those touched last first. A few cases are looked up one by one and sorted; for many,
/// the list is walked from the latest, testing each, until the page is full. A count beforehand decides between the two.
/// </summary>
internal sealed class CaseListing
{
    private const int Few = 1_000;

    private readonly DbConnection _connection;
    private readonly DynamicParameters _given = new();
    private readonly List<string> _conditions = ["(@at is null or (last_at, case_no) < (@at, @number))"];

    private CaseListing(CaseFilter filter, DbConnection connection)
    {
        _connection = connection;
        Have("process", filter.Process);
        Have("stage", filter.Stage?.ToString());
        Have("party", filter.Party);
        if (filter.Viewers is { } viewers)
            BeFor(viewers, filter.Parts);
    }

    /// <summary>Returns the rows of a page.</summary>
    /// <param name="filter">Which cases.</param>
    /// <param name="after">The moment and number of the last case of the page before; null for the first page.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    /// <param name="columns">The select list and the table.</param>
    /// <param name="connection">The database.</param>
    internal static IEnumerable<T> Of<T>(
        CaseFilter filter,
        (string At, string Number)? after,
        int limit,
        string columns,
        DbConnection connection
    )
    {
        var page = new CaseListing(filter, connection);
        page._given.AddDynamicParams(
            new
            {
                at = after?.At,
                number = after?.Number,
                limit,
            }
        );
        var which = string.Join(" and ", page._conditions);
        return connection.Query<T>($"{columns} where {which} order by last_at desc, case_no desc limit @limit", page._given);
    }

    // An index must not be taken where the walk is faster, so the column of many is asked as an expression.
    private void Have(string column, string? value)
    {
        if (value is null)
            return;
        _given.Add(column, value);
        _conditions.Add(
            AreFew($"heads where {column} = @value", new { value })
                ? $"case_no in (select h.case_no from heads h where h.{column} = @{column})"
                : $"{column} || '' = @{column}"
        );
    }

    private void BeFor(IReadOnlyList<Recipient> named, IReadOnlyList<ViewerPart> parts)
    {
        var viewers = Written(named);
        _given.Add("viewers", viewers);
        Func<string, string> way = AreFew("viewer_rows where viewer in @viewers", new { viewers }) ? Found : Asked;
        var ways = parts.Select((part, place) => Part(part, place, way)).Prepend(way("@viewers"));
        _conditions.Add($"({string.Join(" or ", ways)})");
    }

    private string Part(ViewerPart part, int place, Func<string, string> way)
    {
        _given.Add($"part{place}", Written(part.Viewers));
        _given.Add($"of{place}", part.Processes);
        return $"process in @of{place} and {way($"@part{place}")}";
    }

    private static IReadOnlyList<string> Written(IReadOnlyList<Recipient> viewers) => [.. viewers.Select(v => v.Written)];

    private bool AreFew(string rows, object given) =>
        _connection.ExecuteScalar<long>($"select count(*) from (select 1 from {rows} limit {Few})", given) < Few;

    private static string Found(string viewers) => $"case_no in (select v.case_no from viewer_rows v where v.viewer in {viewers})";

    private static string Asked(string viewers) =>
        $"exists (select 1 from viewer_rows v where v.viewer in {viewers} and v.case_no = heads.case_no)";
}
