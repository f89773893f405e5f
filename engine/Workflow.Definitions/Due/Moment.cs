using Workflow.Engine.Calendars;

namespace Workflow.Definitions.Due;

/// <summary>A day, with the moment when one was written.</summary>
/// <param name="Day">The day in the calendar's zone.</param>
/// <param name="At">The moment; the day's start when none was written.</param>
/// <param name="Exact">Whether a time was written.</param>
internal sealed record Moment(DateOnly Day, DateTimeOffset At, bool Exact)
{
    /// <summary>Reads <c>2025-09-24</c>, <c>2025-09-24T10:30</c> in the calendar's zone, or with an offset or Z; null for anything else.</summary>
    internal static Moment? Parse(string text, WorkCalendar calendar) =>
        WrittenMoment.Read(text) is { } written
        && Of(written, written.From(calendar), calendar) is var moment
        && moment.Day.Year is >= 1900 and <= 9990
            ? moment
            : null;

    private static Moment Of(WrittenMoment written, DateTimeOffset at, WorkCalendar calendar) => new(calendar.DayOf(at), at, written.Exact);
}
