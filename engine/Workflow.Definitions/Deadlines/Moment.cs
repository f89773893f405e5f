using System.Globalization;
using Workflow.Engine.Calendars;

namespace Workflow.Definitions.Deadlines;

/// <summary>A day, with the moment when one was written.</summary>
/// <param name="Day">The day in the calendar's zone.</param>
/// <param name="At">The moment; the day's start when none was written.</param>
/// <param name="Exact">Whether a time was written.</param>
internal sealed record Moment(DateOnly Day, DateTimeOffset At, bool Exact)
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd' 'HH:mm:ss"];
    private static readonly string[] Offset = [.. Local.Select(f => f + "zzz")];

    /// <summary>Reads <c>2025-09-24</c>, <c>2025-09-24T10:30</c> in the calendar's zone, or with an offset or Z; null for anything else.</summary>
    internal static Moment? Parse(string text, WorkCalendar calendar)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day))
            return InRange(day) ? new Moment(day, calendar.StartOf(day), false) : null;
        var numeric = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(numeric, Offset, invariant, DateTimeStyles.None, out var at))
            return InRange(calendar.DayOf(at)) ? new Moment(calendar.DayOf(at), at.ToUniversalTime(), true) : null;
        if (!DateTimeOffset.TryParseExact(text, Local, invariant, DateTimeStyles.AssumeUniversal, out var wall)) return null;
        day = new DateOnly(wall.Year, wall.Month, wall.Day);
        return InRange(day) ? new Moment(day, calendar.InstantOf(day, TimeOnly.FromTimeSpan(wall.TimeOfDay)), true) : null;
    }

    // The engine reckons with 1900 to 9990.
    private static bool InRange(DateOnly day) => day.Year is >= 1900 and <= 9990;
}
