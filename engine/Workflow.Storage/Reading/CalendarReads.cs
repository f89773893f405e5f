using Workflow.Engine.Calendars;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Reading;

/// <summary>Reads the calendars that entries stand on.</summary>
/// <param name="database">The database.</param>
public sealed class CalendarReads(Database database)
{
    /// <summary>Returns a calendar by its digest, or null when no entry stands on it.</summary>
    /// <exception cref="UnreadableException">The text under this digest is not it.</exception>
    public WorkCalendar? Find(string digest)
    {
        using var connection = database.Connect();
        var text = connection.Read(TextOf, r => r.GetString(0), new { digest }).FirstOrDefault();
        return text is null ? null : Read(digest, text);
    }

    private const string TextOf = "select canonical from calendars where digest = @digest";

    /// <summary>Returns the calendar that a text holds.</summary>
    /// <exception cref="UnreadableException">It holds none, or another.</exception>
    internal static WorkCalendar Read(string digest, string text) =>
        Stored.Read(StoredThing.Calendar(digest), () => WorkCalendar.Parse(text)) is var calendar && calendar.Digest == digest
            ? calendar
            : throw Unreadable.CalendarChanged(digest, calendar.Digest);
}
