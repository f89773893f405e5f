using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Access;

/// <summary>Reads the access logs, the latest record first.</summary>
/// <param name="database">The database.</param>
public sealed class AccessReads(Database database)
{
    /// <summary>Returns a page of records.</summary>
    /// <param name="caseNumber">Only of this case; null for all.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">The most records; at least 1.</param>
    public IReadOnlyList<AccessEntry> Page(string? caseNumber, AccessEntry? after, int limit)
    {
        using var connection = database.Connect();
        var given = new
        {
            caseNumber,
            at = after?.Record.At.Text(),
            log = after?.Log,
            number = after?.Number,
            limit,
        };
        return [.. connection.Query<string>(caseNumber is null ? All : OfCase, given).Select(SealJson.Read<AccessEntry>)];
    }

    /// <summary>Returns the record after which the days of the ledger are simulated; null where they are real. Records are read as they were hashed.</summary>
    public AccessEntry? Simulated()
    {
        using var connection = database.Connect();
        var first = connection.ExecuteScalar<string?>("select min(last_at) from heads");
        return SimulatedDays.Last(
            connection
                .Pairs($"select hash, body from access_entries where body like '%{SimulatedDays.Mark}%' order by log, entry_no")
                .Where(r => LedgerJson.Hash(r.Second) == r.First)
                .Select(r => SimulatedDays.In(r.Second))
                .OfType<AccessEntry>()
                .ToList(),
            SqlText.MaybeInstant(first)
        );
    }

    private const string Rest = """
        (@at is null or (recorded_at, log, entry_no) < (@at, @log, @number))
        order by recorded_at desc, log desc, entry_no desc limit @limit
        """;

    private const string All = $"select body from access_entries where {Rest}";

    private const string OfCase = $"select body from access_entries where case_no = @caseNumber and {Rest}";
}
