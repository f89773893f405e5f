using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads the open clocks, the nearest end first.</summary>
/// <param name="database">The database.</param>
public sealed class DueList(Database database)
{
    /// <summary>Returns a page of open clocks.</summary>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    public IReadOnlyList<ClockRow> Page(ClockRow? after, int limit)
    {
        using var connection = database.Connect();
        var given = new { at = after?.DueAt.Text(), after?.Case, after?.Clock, limit };
        return [.. connection.Query<StoredClock>(NextPage, given).Select(r => r.Shown())];
    }

    /// <summary>Returns the open clocks of one case.</summary>
    public IReadOnlyList<ClockRow> Of(string number)
    {
        using var connection = database.Connect();
        return [.. StoredClock.Of(number, connection)];
    }

    private const string NextPage =
        $"""
        {StoredClock.Columns}
        where @at is null or (due_at, case_no, clock) > (@at, @Case, @Clock)
        order by due_at, case_no, clock limit @limit
        """;
}
