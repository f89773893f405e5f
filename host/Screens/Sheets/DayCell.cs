using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Sheets;

/// <summary>One day of a clock's strip.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Mark">What stands in it.</param>
/// <param name="Note">What it is, in a word.</param>
public sealed record DayCell(DateOnly Day, string Kind, string Mark, string Note)
{
    internal static DayCell Of(ExplainedDay explained, ClockState clock, DateOnly today, Words words)
    {
        var line = explained.Day;
        var kind = Drawn(explained, clock, today);
        return new DayCell(
            line.Date,
            line.Date == today ? $"{kind} today" : kind,
            Marked(explained, words),
            words[$"page.day-kind.{kind}"]
        );
    }

    private static string Drawn(ExplainedDay explained, ClockState clock, DateOnly today) =>
        explained.Overdue > 0 ? "over"
        : explained.Day.Date == clock.DueOn && !clock.IsPaused ? "due"
        : explained.Day.Treatment switch
        {
            DayTreatment.Counted when explained.Day.Calendar.Kind == DayKind.MakeUpWorkday => "make-up",
            DayTreatment.Counted => explained.Day.Date <= today ? "past" : "ahead",
            DayTreatment.Start => "start",
            DayTreatment.Weekend => "rest",
            DayTreatment.Holiday => "holiday",
            DayTreatment.Excluded => "excluded",
            DayTreatment.AfterPeriod or DayTreatment.Rolled => "after",
            _ => throw new UnreachableException($"No cell for {explained.Day.Treatment}."),
        };

    private static string Marked(ExplainedDay explained, Words words) =>
        explained.Overdue > 0
            ? $"+{explained.Overdue}"
            : explained.Day.Treatment switch
            {
                DayTreatment.Counted => $"{explained.Day.Counted}",
                DayTreatment.Start => words["page.mark.start"],
                DayTreatment.Holiday => words["page.mark.holiday"],
                DayTreatment.Excluded => "‖",
                DayTreatment.Weekend or DayTreatment.AfterPeriod or DayTreatment.Rolled => "",
                _ => throw new UnreachableException($"No mark for {explained.Day.Treatment}."),
            };
}
