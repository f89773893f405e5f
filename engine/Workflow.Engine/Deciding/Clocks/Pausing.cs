using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Pauses: by a step whose ground does not count, and by notice.</summary>
internal static class Pausing
{
    /// <summary>No excluded procedure is announced for longer; a later day is a slip of the pen.</summary>
    private const int LongestYears = 5;

    /// <summary>A step with a ground opened: the clocks that do not count it stand still from that day.</summary>
    internal static void OnOpened(CaseTurn turn, string ground, string step, DateOnly from)
    {
        var pause = new Pause(step, ground, from, null, InstantOf(turn, from), null, null);
        foreach (var clock in Named(turn, ground)) Begin(turn, clock, pause, null);
    }

    /// <summary>A step with a ground ended: its pauses end on that day.</summary>
    internal static void OnEnded(CaseTurn turn, string step, DateOnly to)
    {
        foreach (var clock in ClockKeeper.Open(turn).Where(c => c.Pauses.Any(p => p.IsOpen && p.Step == step)))
            End(turn, clock, p => p.IsOpen && p.Step == step, to);
    }

    internal static Refusal? Pause(CaseTurn turn, PauseClock command) => Guard(turn, command.Clock, command.Ground) ?? Told(turn, command);

    /// <summary>Pauses a clock as another system tells it: its rule and its days are looked at, not who paused it there.</summary>
    internal static Refusal? Told(CaseTurn turn, PauseClock command)
    {
        if ((MustBeGround(turn, command.Clock, command.Ground) ?? MayPause(turn, command.Clock, command.Ground)) is { } refusal) return refusal;
        var clock = turn.State.Clocks[command.Clock];
        if (turn.On < clock.StartDay) return new Refusal("clock.before_start", $"Expected a pause within '{clock.Id}', which started on {clock.StartDay:yyyy-MM-dd}, but it would begin on {turn.On:yyyy-MM-dd}.");
        if (command.To <= turn.On) return new Refusal("clock.pause_empty", $"Expected the pause to end after {turn.On:yyyy-MM-dd}, but the notice announces {command.To:yyyy-MM-dd}.");
        if (command.To > turn.On.AddYears(LongestYears)) return new Refusal("clock.pause_too_long", $"Expected the notice to announce at most {LongestYears} years, but it announces {command.To:yyyy-MM-dd}.", "announce what is known, and serve a further notice");
        if (string.IsNullOrWhiteSpace(command.Document)) return new Refusal("clock.notice_missing", "Expected the notice that tells the party of the pause, but none is named.", "name its number");
        if (command.Document.Length > Lengths.LongestName) return new Refusal("clock.notice_too_long", $"Expected the notice's number in at most {Lengths.LongestName} characters, but it has {command.Document.Length}.");
        Begin(turn, clock, new Pause(null, command.Ground, turn.On, command.To, InstantOf(turn, turn.On), command.To is { } to ? turn.Calendar.EndOf(to) : null, command.Document), command.Document);
        return null;
    }

    internal static Refusal? Resume(CaseTurn turn, ResumeClock command)
    {
        if ((Guard(turn, command.Clock, command.Ground) ?? MayResume(turn, command.Clock, command.Ground)) is { } refusal) return refusal;
        var pause = ByNotice(turn, command.Clock, command.Ground)!;
        if (turn.On < pause.From) return new Refusal("clock.before_start", $"Expected the pause to end on or after {pause.From:yyyy-MM-dd}, but the day is {turn.On:yyyy-MM-dd}.");
        foreach (var each in ClockKeeper.Open(turn).Where(c => c.Pauses.Contains(pause))) End(turn, each, p => p == pause, turn.On);
        return null;
    }

    internal static Refusal? MayPause(CaseLook look, string id, string ground) =>
        look.State.Clocks[id].Pauses.Any(p => p.Ground == ground && (p.IsOpen || p.To > look.On))
            ? new Refusal("clock.already_paused", $"Expected to pause '{id}' for {ground}, but it is already paused for it.", "end that pause first, or serve a further notice after it")
            : null;

    internal static Refusal? MayResume(CaseLook look, string id, string ground) =>
        ByNotice(look, id, ground) is null
            ? new Refusal("clock.not_paused", $"Expected '{id}' to be paused for {ground} by notice, but it is not.", "only the length that the notice announced is excluded")
            : null;

    /// <summary>Whether somebody may pause this clock for this ground, or end such a pause.</summary>
    internal static Refusal? Guard(CaseLook look, string id, string? ground) => MustBeGround(look, id, ground) ?? Actors.MustBeOfficial(look);

    private static Refusal? MustBeGround(CaseLook look, string id, string? ground)
    {
        if (!look.State.Clocks.TryGetValue(id, out var clock) || !clock.IsOpen)
            return new Refusal("clock.not_open", $"Expected a clock '{id}' that runs, but there is none.");
        var rule = ClockRules.Of(look.Process, clock);
        return ground is not null && !rule.NotCounted.Contains(ground)
            ? new Refusal("clock.ground_unknown", $"Expected a ground that '{id}' does not count, but {ground} is none.", rule.NotCounted.IsEmpty ? null : $"one of {string.Join("、", rule.NotCounted)}")
            : null;
    }

    // The budgets inside a clock of the case stand still with it, except that of the step which does the excluded work.
    private static void Begin(CaseTurn turn, ClockState clock, Pause pause, string? document)
    {
        var now = turn.State.Clocks[clock.Id];
        if (now.Pauses.Contains(pause)) return;
        ClockKeeper.Move(turn, now, now with { Pauses = now.Pauses.Add(pause) }, ClockCause.Pause, document);
        if (clock.Step is not null) return;
        foreach (var inner in ClockKeeper.Open(turn).Where(c => ClockRules.IsOwnBudget(turn.Process, c) && c.Step != pause.Step && !c.Pauses.Contains(pause)))
            ClockKeeper.Move(turn, inner, inner with { Pauses = inner.Pauses.Add(pause) }, ClockCause.Pause, document);
    }

    private static void End(CaseTurn turn, ClockState clock, Func<Pause, bool> which, DateOnly to)
    {
        // A clock that was moved on the way here is read again: the last word is the state's.
        var now = turn.State.Clocks[clock.Id];
        var pauses = now.Pauses.Select(p => which(p) ? p with { To = Later(to, p.From), ToAt = InstantOf(turn, to) } : p);
        ClockKeeper.Move(turn, now, now with { Pauses = [.. pauses] }, ClockCause.Resume, null);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateTimeOffset InstantOf(CaseLook look, DateOnly day) => day == look.Today ? look.Stamp.RecordedAt : look.Calendar.StartOf(day);

    private static Pause? ByNotice(CaseLook look, string id, string ground) =>
        look.State.Clocks[id].Pauses.FirstOrDefault(p => p.Ground == ground && p.IsByNotice && (p.IsOpen || p.To > look.On));

    private static IEnumerable<ClockState> Named(CaseLook look, string ground) =>
        ClockKeeper.Open(look).Where(c => ClockRules.Of(look.Process, c).NotCounted.Contains(ground));
}
