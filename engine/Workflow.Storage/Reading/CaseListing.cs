using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Values;

namespace Workflow.Storage.Reading;

/// <summary>
/// The statement of a page of cases, those touched last first. A few cases are looked up one by one and sorted; for many,
/// the list is walked from the latest, testing each, until the page is full. A count beforehand decides between the two.
/// The cases in which the reader is a party themselves stand at the day of their lodging: when the offices last worked on one is not
/// theirs to know.
/// </summary>
internal sealed class CaseListing
{
    private const int Few = 1_000;
    private const string Touched = "last_at";
    private const string Lodged = $"lodged_on || '{FirstInstant}'";

    /// <summary>What follows a day as text to make its first instant.</summary>
    internal const string FirstInstant = "T00:00:00.0000000Z";

    private readonly DbConnection _connection;
    private readonly DynamicParameters _given = new();
    private readonly List<string> _conditions;
    private readonly string _moment;

    private CaseListing(CaseFilter filter, string moment, DbConnection connection)
    {
        (_connection, _moment) = (connection, moment);
        _conditions = [$"(@at is null or ({moment}, case_no) < (@at, @number))"];
        Have("process", filter.Process);
        Have("stage", filter.Stage?.ToString());
        Have("party", filter.Party);
        if (filter.Own is { } own)
            _given.Add("own", own.Written);
    }

    /// <summary>Returns the rows of a page of the cases that are not the reader's own.</summary>
    /// <param name="filter">Which cases.</param>
    /// <param name="page">Which page.</param>
    /// <param name="columns">The select list and the table.</param>
    /// <param name="connection">The database.</param>
    internal static IEnumerable<T> Others<T>(CaseFilter filter, HeadPage page, string columns, DbConnection connection)
    {
        var listing = new CaseListing(filter, Touched, connection);
        if (filter.Viewers is { } viewers)
            listing.BeFor(viewers, filter.Parts);
        if (filter.Own is not null)
            listing._conditions.Add($"not {Asked("(@own)")}");
        return listing.Read<T>(page, columns);
    }

    /// <summary>Returns the rows of a page of the cases in which the reader is a party; none where nobody reads.</summary>
    /// <inheritdoc cref="Others"/>
    internal static IEnumerable<T> Own<T>(CaseFilter filter, HeadPage page, string columns, DbConnection connection)
    {
        if (filter.Own is null)
            return [];
        var listing = new CaseListing(filter, Lodged, connection);
        listing._conditions.Add(Found("(@own)"));
        return listing.Read<T>(page, columns);
    }

    private IEnumerable<T> Read<T>(HeadPage page, string columns)
    {
        _given.AddDynamicParams(
            new
            {
                at = page.After?.At,
                number = page.After?.Number,
                limit = page.Limit,
            }
        );
        var which = string.Join(" and ", _conditions);
        return _connection.Query<T>($"{columns} where {which} order by {_moment} desc, case_no desc limit @limit", _given);
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

/// <summary>A page of a list of cases.</summary>
/// <param name="After">The moment and number of the last case of the page before; null for the first page.</param>
/// <param name="Limit">The most rows; at least 1.</param>
internal sealed record HeadPage((string At, string Number)? After, int Limit);
