using System.Globalization;
using System.Text;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Prints a timeline for people. The same story always gives the same text.</summary>
public sealed class TimelineText
{
    private readonly StringBuilder _text = new();
    private readonly Timeline _timeline;

    private TimelineText(Timeline timeline) => _timeline = timeline;

    /// <summary>Returns the text, each line ended by a line feed.</summary>
    public static string Write(Timeline timeline)
    {
        var text = new TimelineText(timeline);
        text.Line(timeline.Title);
        foreach (var one in timeline.Cases)
            text.Line(Case(one));
        foreach (var day in timeline.Days)
            text.Write(day);
        return text._text.ToString();
    }

    private void Write(TimelineDay day)
    {
        Line("");
        Line(new Message("timeline.day", ("day", day.Day), ("weekday", Weekday(day.Day))));
        foreach (var entry in day.Entries)
            Write(entry);
        foreach (var clock in day.Clocks)
            Line(Clock(clock));
        foreach (var task in day.Inbox)
            Line(Task(task));
    }

    private void Write(TimelineEntry entry)
    {
        Line(Entry(entry));
        foreach (var happened in entry.Events)
            Line(new Message("timeline.event", ("words", happened)));
    }

    private static Message Case(TimelineCase one) =>
        new(
            "timeline.case",
            ("number", one.Number),
            ("process", one.Title),
            ("parties", one.Parties),
            ("result", LineParts.Of("timeline.result", "result", one.ResultTitle ?? one.Result))
        );

    private Message Entry(TimelineEntry entry) =>
        new(
            "timeline.entry",
            ("time", entry.Time.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("case", Number(entry.Case)),
            ("words", entry.Words),
            ("effective", LineParts.Of("timeline.effective", "day", entry.EffectiveOn))
        );

    private Message Clock(TimelineClock clock) =>
        new(
            "timeline.clock",
            ("case", Number(clock.Case)),
            ("clock", clock.Title),
            ("end", End(clock)),
            ("lamp", clock.Lamp),
            ("promise", Promise(clock))
        );

    private Message Task(TimelineTask task) => new("timeline.task", ("case", Number(task.Case)), ("step", task.Title), ("who", task.Who));

    private MessageValue Number(string number) => LineParts.Of("timeline.number", "number", _timeline.Cases.Length > 1 ? number : null);

    private static MessageValue End(TimelineClock clock) =>
        clock switch
        {
            { DueOn: null } => new Message("timeline.paused", ("left", clock.Left ?? 0)),
            { DueOn: { } due, Provisional: true } => new Message("timeline.provisional", ("due", due)),
            { DueOn: { } due } => due,
        };

    private static MessageValue Promise(TimelineClock clock) =>
        clock is { PromiseOn: { } on, PromiseLamp: { } lamp, DueOn: not null }
            ? new Message("timeline.promise", ("day", on), ("lamp", lamp))
            : LineParts.None;

    private static Message Weekday(DateOnly day) => new($"weekday.{day.DayOfWeek.ToString().ToLowerInvariant()}");

    // A line feed whatever the machine: the text is compared with an approved file.
    private void Line(MessageValue line) => _text.Append(Continued.Of(MessageTable.Shipped.Say(line, _timeline.Language))).Append('\n');
}
