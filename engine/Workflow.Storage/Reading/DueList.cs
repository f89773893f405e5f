using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads the open clocks.</summary>
/// <param name="database">The database.</param>
public sealed class DueList(Database database)
{
    /// <summary>Returns the clocks on which something falls due before an instant, the nearest first.</summary>
    /// <param name="until">The instant, excluded.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    public IReadOnlyList<ClockRow> Upcoming(DateTimeOffset until, int limit)
    {
        using var connection = database.Connect();
        return [.. connection.Query<StoredClock>(Firing, new { until = until.Text(), limit }).Select(r => r.Shown())];
    }

    /// <summary>Returns the open clocks of one case.</summary>
    public IReadOnlyList<ClockRow> Of(string number)
    {
        using var connection = database.Connect();
        return [.. StoredClock.Of(number, connection)];
    }

    private const string Firing = $"""
        {StoredClock.Columns}
        where fires_at < @until order by fires_at, case_no, clock limit @limit
        """;
}
