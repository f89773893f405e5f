using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Evidence;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Replaying;

/// <summary>Prints a replayed case, and the legal view of a day, for people.</summary>
public static class ReplayText
{
    // That somebody else's task is not one's own, and that there is nothing to take back, needs no reason.
    private static readonly string[] NeedsNoReason =
        ["step.not_yours", "case.not_yours", "side.not_yours", "side.none", "signer.none", "signer.not_one", "takeback.not_yours", "takeback.nothing", "clock.not_paused"];

    public static string Write(RecordedCase recorded, Replay replay, Words words)
    {
        var lines = new Lines(words);
        lines.Blank().Say(0, "replay.state", words[$"stage.{replay.Stage}"], replay.ResultTitle is { } result ? words.Say("replay.result", result) : "");
        lines.Say(1, "replay.clocks");
        foreach (var clock in replay.Clocks) lines.Add(2, Clock(clock, words));
        if (replay.Clocks.IsEmpty) lines.Say(2, "replay.none");
        lines.Say(1, "replay.inbox");
        foreach (var inbox in replay.Inbox) Inbox(lines, inbox, recorded.Words, words);
        if (replay.Inbox.IsEmpty) lines.Say(2, "replay.none");
        return TimelineText.Write(replay.Story) + lines;
    }

    public static string Write(RecordedCase recorded, LegalView view, Words words)
    {
        var (lines, last) = (new Lines(words), recorded.Entries[^1]);
        lines.Say(0, "legal.head", Lines.Day(view.Day), last.Number, Lines.Moment(recorded.LastCalendar.Local(last.Stamp.RecordedAt)));
        lines.Say(0, "why.case", recorded.State.Number, words.Title(recorded.Process.Definition.Title), words.List(recorded.State.Parties.Select(p => p.Name)));
        lines.Blank().Say(1, "legal.moments");
        foreach (var (moment, day) in view.Moments.OrderBy(m => m.Value)) lines.Add(2, $"{Lines.Day(day)}  {CaseWords.Moment(moment)}");
        lines.Say(1, "replay.clocks");
        foreach (var clock in view.Clocks) lines.Add(2, Clock(ReplayedClock.Of(clock, recorded.Words.Clock(clock.Id), recorded.Calendar(recorded.State.Calendar), view.Day), words));
        lines.Say(1, "legal.held");
        foreach (var holder in view.Held) lines.Add(2, holder.Kind == HolderKind.Nobody ? words["why.nobody"] : recorded.Words.Holder(holder));
        return lines.ToString();
    }

    private static string Clock(ReplayedClock clock, Words words)
    {
        var (view, left) = (clock.Clock, Math.Abs(clock.Left ?? 0));
        var unit = words.Unit(clock.Unit, left);
        var end = view switch
        {
            { EndedOn: { } ended } => words.Say("replay.clock-ended", words[$"clock.{view.Status}"], Lines.Day(ended), Lines.Day(view.DueOn)),
            { Paused: true } => words.Say("replay.clock-paused", left, unit),
            _ => words.Say(clock.Left < 0 ? "replay.clock-late" : "replay.clock-runs", Lines.Day(view.DueOn), left, unit, words[$"lamp.{view.Lamp}"], view.Provisional ? words["replay.provisional"] : ""),
        };
        var promise = view is { PromiseOn: { } on, EndedOn: null } ? words.Say("replay.promise", Lines.Day(on), words[$"lamp.{view.PromiseLamp}"]) : "";
        return $"{clock.Title}（{clock.Id}）{end}{promise}";
    }

    private static void Inbox(Lines lines, ReplayedInbox inbox, CaseWords names, Words words)
    {
        lines.Say(2, "replay.who", inbox.Who, words.List(inbox.Tasks.Select(names.Step)));
        if (inbox.Post is not null) lines.Say(3, "replay.holders", inbox.Holders.IsEmpty ? words["replay.holders-none"] : words.List(inbox.Holders.Select(h => Holder(h, words))));
        var (may, mayNot) = (inbox.Actions.Where(a => a.Allowed).ToList(), inbox.Actions.Where(a => a.WhyNot is { } why && !NeedsNoReason.Contains(why.Code)).ToList());
        if (may.Count > 0) lines.Say(3, "replay.may", words.Clauses(may.Select(a => Action(a, names))));
        foreach (var same in mayNot.GroupBy(a => a.WhyNot!.Sentence))
            lines.Say(3, "replay.may-not", words.Clauses(same.Select(a => Action(a, names))), same.Key);
    }

    private static string Holder(ReplayedHolder holder, Words words) =>
        words.Say(holder.Away == true ? "replay.holder-away" : "replay.holder", holder.Name, holder.Entry is { } entry ? words.Say("replay.by-entry", entry) : words["replay.by-register"]);

    private static string Action(ActionView action, CaseWords names) => action switch
    {
        { Action: "complete" or "answer" } => $"{action.Words}{names.Step(action.Target!)}：{action.Title}",
        { Action: "return" } => $"{action.Words}{names.Step(action.Target!)}→{names.Step(action.Choice!)}",
        { Action: "extend-clock" or "pause-clock" or "resume-clock" } => $"{action.Words}“{action.Title}”{(action.Choice is { } ground ? $"（{ground}）" : "")}",
        { Target: { } step } => $"{action.Words}{names.Step(step)}",
        _ => action.Words,
    };
}
