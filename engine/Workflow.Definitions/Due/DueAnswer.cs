using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Words an answer and its explanation.</summary>
internal static class DueAnswer
{
    internal static string Due(Reckoning reckoning, DueDate due, WorkCalendar calendar) =>
        reckoning.Period.Unit == PeriodUnit.Hours ? $"{calendar.Local(due.At):yyyy-MM-dd'T'HH:mm:sszzz}" : $"{due.On:O}";

    internal static string Note(DueDate due, WorkCalendar calendar)
    {
        var rolled = due.On == due.RawOn ? "" : $"moved from {due.RawOn:O}";
        if (!due.Provisional)
            return rolled;
        var unpublished =
            calendar.Through < calendar.From
                ? "no calendar is published"
                : $"the calendar is published from {calendar.From:O} to {calendar.Through:O}";
        return rolled.Length == 0 ? unpublished : $"{rolled}; {unpublished}";
    }

    internal static void Explain(TextWriter text, string id, Reckoning reckoning, DueDate due, WorkCalendar calendar)
    {
        var side = reckoning.Direction == Counting.Forward ? "after" : "before";
        text.Write($"{id}: {reckoning.Period} {side} {reckoning.StartDay:O}, due {Due(reckoning, due, calendar)}\n");
        foreach (var line in DueDates.Explain(reckoning, calendar, due.On))
            text.Write(Line(line) + "\n");
        text.Write('\n');
    }

    private static string Line(DayLine line)
    {
        var name = line.Calendar.Name is { } holiday ? $" {holiday}" : "";
        var grounds = line.Grounds.IsEmpty ? "" : $" ({string.Join("; ", line.Grounds)})";
        var unpublished = line.Calendar.Published ? "" : " [not published]";
        return $"  {line.Date:O} {line.Date:ddd}  {Words(line)}{name}{grounds}{unpublished}";
    }

    private static string Words(DayLine line) =>
        line.Treatment switch
        {
            DayTreatment.Start => line.Counted > 0 ? $"start, {line.Counted}" : "start",
            DayTreatment.Counted => line.Calendar.Kind == DayKind.MakeUpWorkday ? $"{line.Counted} make-up workday" : $"{line.Counted}",
            DayTreatment.Weekend => "weekend",
            DayTreatment.Holiday => "holiday",
            DayTreatment.Excluded => "excluded",
            DayTreatment.Rolled => "moved",
            _ => "after the period",
        };
}
