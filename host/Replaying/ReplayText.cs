using System.Collections.Immutable;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Evidence;
using Workflow.Host.Wording;

namespace Workflow.Host.Replaying;

/// <summary>Prints a replayed case, and the legal view of a day, for people.</summary>
public static class ReplayText
{
    public static string Write(RecordedCase recorded, Replay replay, Words words)
    {
        var (lines, names) = (new Lines(words), recorded.Names(words.Language));
        var result = replay.ResultTitle is { } title ? words.Say("replay.result", title) : "";
        lines.Blank().Say(0, "replay.state", words[$"stage.{replay.Stage}"], result);
        Write(lines, replay.Clocks, words);
        lines.Say(1, "replay.inbox");
        foreach (var inbox in replay.Inbox)
            new ReplayedInboxText(lines, names).Write(inbox);
        if (replay.Inbox.IsEmpty)
            lines.Say(2, "replay.none");
        return TimelineText.Write(replay.Story) + lines;
    }

    private static void Write(Lines lines, ImmutableArray<ReplayedClock> clocks, Words words)
    {
        lines.Say(1, "replay.clocks");
        foreach (var clock in clocks)
            lines.Add(2, Clock(clock, words));
        if (clocks.IsEmpty)
            lines.Say(2, "replay.none");
    }

    public static string Write(RecordedCase recorded, LegalView view, Words words)
    {
        var (lines, names) = (new Lines(words), recorded.Names(words.Language));
        Head(lines, recorded, view.Day);
        lines.Blank().Say(1, "legal.moments");
        foreach (var (moment, day) in view.Moments.OrderBy(m => m.Value))
            lines.Add(2, $"{Lines.Day(day)}  {names.Moment(moment)}");
        lines.Say(1, "replay.clocks");
        foreach (var clock in Clocks(recorded, view, names))
            lines.Add(2, Clock(clock, words));
        lines.Say(1, "legal.held");
        foreach (var holder in view.Held)
            lines.Add(2, holder.Kind == HolderKind.Nobody ? words["why.nobody"] : names.Holder(holder));
        return lines.ToString();
    }

    private static IEnumerable<ReplayedClock> Clocks(RecordedCase recorded, LegalView view, CaseWords names)
    {
        var calendar = recorded.Calendar(recorded.State.Calendar);
        return view.Clocks.Select(clock => ReplayedClock.Of(clock, names.Clock(clock.Id), calendar, view.Day));
    }

    private static void Head(Lines lines, RecordedCase recorded, DateOnly day)
    {
        var (last, words) = (recorded.Entries[^1], lines.Words);
        lines.Say(0, "legal.head", Lines.Day(day), last.Number, Lines.Moment(recorded.LastCalendar.Local(last.Stamp.RecordedAt)));
        lines.Say(
            0,
            "why.case",
            recorded.State.Number,
            words.Title(recorded.Process.Definition.Title),
            words.List(recorded.State.Parties.Select(p => p.Name))
        );
    }

    private static string Clock(ReplayedClock clock, Words words) =>
        words.Say("replay.clock", clock.Title, clock.Id) + End(clock, words) + Promise(clock, words);

    private static string End(ReplayedClock clock, Words words)
    {
        var (view, left) = (clock.Clock, Math.Abs(clock.Left ?? 0));
        var unit = words.Unit(clock.Unit, left);
        return view switch
        {
            { EndedOn: { } ended } => words.Say(
                "replay.clock-ended",
                words[$"clock.{view.Status}"],
                Lines.Day(ended),
                Lines.Day(view.DueOn)
            ),
            { Paused: true } => words.Say("replay.clock-paused", left, unit),
            _ => words.Say(
                clock.Left < 0 ? "replay.clock-late" : "replay.clock-runs",
                Lines.Day(view.DueOn),
                left,
                unit,
                words[$"lamp.{view.Lamp}"],
                view.Provisional ? words["replay.provisional"] : ""
            ),
        };
    }

    private static string Promise(ReplayedClock clock, Words words) =>
        clock.Clock is { PromiseOn: { } on, EndedOn: null } view
            ? words.Say("replay.promise", Lines.Day(on), words[$"lamp.{view.PromiseLamp}"])
            : "";
}
