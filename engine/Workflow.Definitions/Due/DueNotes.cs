using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>What is said of a due date, and of the days that lead to it.</summary>
internal static class DueNotes
{
    /// <summary>The day was moved by the roll rule.</summary>
    internal static Message Moved(DateOnly from) => new("due.note.moved", ("from", from));

    /// <summary>How far the calendar is published.</summary>
    internal static Message Published(WorkCalendar calendar) =>
        calendar.Through < calendar.From ? new Message("due.note.no_calendar")
        : !calendar.Beyond.IsEmpty ? new Message("due.note.settled", ("from", calendar.From), ("settled", calendar.Settled))
        : new Message("due.note.published", ("from", calendar.From), ("through", calendar.Through));

    /// <summary>What outweighs the rule for tax periods: the offices publish the deadlines of each year, and not all follow it.</summary>
    internal static Message TaxList() => new("due.note.tax_list");

    internal static Message Both(Message one, Message other) => new("due.note.both", ("one", one), ("other", other));

    internal static Message Explained(string id, Reckoning reckoning, string due) =>
        new(
            reckoning.Direction == Counting.Forward ? "due.explained.after" : "due.explained.before",
            ("id", id),
            ("limit", reckoning.Period),
            ("start", reckoning.StartDay),
            ("due", due)
        );

    internal static Message Weekday(DateOnly day) => new($"due.weekday.{day.DayOfWeek.ToString().ToLowerInvariant()}");

    /// <summary>What the limit does with a day.</summary>
    internal static Message Day(DayLine line) =>
        line.Treatment switch
        {
            DayTreatment.Start when line.Counted > 0 => new Message("due.day.start_counted", ("count", line.Counted)),
            DayTreatment.Start => new Message("due.day.start"),
            DayTreatment.Counted when line.Calendar.Kind == DayKind.MakeUpWorkday => new Message(
                "due.day.make_up",
                ("count", line.Counted)
            ),
            DayTreatment.Counted => new Message("due.day.counted", ("count", line.Counted)),
            DayTreatment.Weekend => new Message("due.day.weekend"),
            DayTreatment.Holiday => new Message("due.day.holiday"),
            DayTreatment.Excluded => new Message("due.day.excluded"),
            DayTreatment.Rolled => new Message("due.day.moved"),
            DayTreatment.AfterPeriod => new Message("due.day.after"),
            _ => throw new UnreachableException($"No words for {line.Treatment}."),
        };

    internal static Message Pauses(IEnumerable<string> pauses) => new("due.day.pauses", ("pauses", MessageValue.List(pauses)));

    internal static Message Unpublished() => new("due.day.unpublished");
}
