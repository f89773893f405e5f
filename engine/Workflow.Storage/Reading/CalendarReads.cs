using Dapper;
using Workflow.Engine.Calendars;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads the calendars that entries stand on.</summary>
/// <param name="database">The database.</param>
public sealed class CalendarReads(Database database)
{
    /// <summary>Returns a calendar by its digest, or null when no entry stands on it.</summary>
    public WorkCalendar? Find(string digest)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<string>("select canonical from calendars where digest = @digest", new { digest }) is { } text
            ? WorkCalendar.Parse(text)
            : null;
    }
}
