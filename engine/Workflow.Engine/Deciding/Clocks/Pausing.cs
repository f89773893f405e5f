using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Pauses: by a step whose ground does not count, and by notice.</summary>
internal static class Pausing
{
    internal static Operation PauseOperation { get; } =
        Operation.Of<PauseClock>(Pause) with
        {
            OfCase = look => Offers(look, "pause-clock", MayPause),
        };

    internal static Operation ResumeOperation { get; } =
        Operation.Of<ResumeClock>(Resume) with
        {
            OfCase = look => Offers(look, "resume-clock", MayResume),
        };

    private static IEnumerable<ActionOffer> Offers(CaseLook look, string action, Func<CaseLook, string, string, Refusal?> may) =>
        from clock in ClockKeeper.Open(look)
        let rule = ClockRules.Of(look.Process, clock)
        from ground in rule.NotCounted
        select new ActionOffer(action, clock.Id, ground, rule.Name(rule.Id), Guard(look, clock.Id, ground) ?? may(look, clock.Id, ground));

    /// <summary>No excluded procedure is announced for longer; a later day is a slip of the pen.</summary>
    private const int LongestYears = 5;

    /// <summary>A step with a ground opened: the clocks that do not count it stand still from that day.</summary>
    internal static void OnOpened(CaseTurn turn, string ground, string step, DateOnly from)
    {
        var pause = new Pause(step, ground, from, null, InstantOf(turn, from), null, null);
        foreach (var clock in Named(turn, ground))
            Begin(turn, clock, pause, null);
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
        if ((MustBeGround(turn, command.Clock, command.Ground) ?? MayPause(turn, command.Clock, command.Ground)) is { } refusal)
            return refusal;
        var clock = turn.State.Clocks[command.Clock];
        if ((Days(turn, clock, command.To) ?? Notice(command.Document)) is { } fault)
            return fault;
        var ends = command.To is { } to ? turn.Calendar.EndOf(to) : (DateTimeOffset?)null;
        var pause = new Pause(null, command.Ground, turn.On, command.To, InstantOf(turn, turn.On), ends, command.Document);
        Begin(turn, clock, pause, command.Document);
        return null;
    }

    private static Refusal? Days(CaseLook look, ClockState clock, DateOnly? to)
    {
        if (look.On < clock.StartDay)
            return ClockRefusals.BeforeStart(Naming.Clock(look, clock), clock.StartDay, look.On);
        if (to is { } end && end <= look.On)
            return ClockRefusals.PauseEmpty(look.On, end);
        return to > look.On.AddYears(LongestYears) ? ClockRefusals.PauseTooLong(LongestYears, to.Value) : null;
    }

    private static Refusal? Notice(string document)
    {
        if (PlainText.IsBlank(document))
            return ClockRefusals.NoticeMissing();
        return document.Length > Lengths.LongestName ? ClockRefusals.NoticeTooLong(Lengths.LongestName, document.Length) : null;
    }

    internal static Refusal? Resume(CaseTurn turn, ResumeClock command)
    {
        if ((Guard(turn, command.Clock, command.Ground) ?? MayResume(turn, command.Clock, command.Ground)) is { } refusal)
            return refusal;
        var pause = ByNotice(turn, command.Clock, command.Ground)!;
        if (turn.On < pause.From)
            return ClockRefusals.BeforeStart(Naming.Clock(turn, command.Clock), pause.From, turn.On);
        foreach (var each in ClockKeeper.Open(turn).Where(c => c.Pauses.Contains(pause)))
            End(turn, each, p => p == pause, turn.On);
        return null;
    }

    internal static Refusal? MayPause(CaseLook look, string id, string ground) =>
        look.State.Clocks[id].Pauses.Any(p => p.Ground == ground && (p.IsOpen || p.To > look.On))
            ? ClockRefusals.AlreadyPaused(Naming.Clock(look, id), look.Definition.GroundName(ground))
            : null;

    internal static Refusal? MayResume(CaseLook look, string id, string ground) =>
        ByNotice(look, id, ground) is null ? ClockRefusals.NotPaused(Naming.Clock(look, id), look.Definition.GroundName(ground)) : null;

    /// <summary>Whether somebody may pause this clock for this ground, or end such a pause.</summary>
    internal static Refusal? Guard(CaseLook look, string id, string? ground) =>
        MustBeGround(look, id, ground) ?? Actors.MustBeOfLeadOr(look, look.State.Clocks[id].Step is { } step ? [step] : []);

    private static Refusal? MustBeGround(CaseLook look, string id, string? ground)
    {
        if (OpenClock.Require(look, id) is { } refusal)
            return refusal;
        var clock = look.State.Clocks[id];
        var counted = ClockRules.Of(look.Process, clock).NotCounted;
        if (ground is null || counted.Contains(ground))
            return null;
        return counted.IsEmpty
            ? ClockRefusals.GroundUnknown(Naming.Clock(look, clock), ground)
            : ClockRefusals.GroundUnknown(Naming.Clock(look, clock), ground, look.Definition.GroundNames(counted));
    }

    // The budgets inside a clock of the case stand still with it, except that of the step which does the excluded work.
    private static void Begin(CaseTurn turn, ClockState clock, Pause pause, string? document)
    {
        var now = turn.State.Clocks[clock.Id];
        if (now.Pauses.Contains(pause))
            return;
        ClockKeeper.Move(turn, now, now with { Pauses = now.Pauses.Add(pause) }, ClockCause.Pause, document);
        if (clock.Step is not null)
            return;
        foreach (
            var inner in ClockKeeper
                .Open(turn)
                .Where(c => ClockRules.IsOwnBudget(turn.Process, c) && c.Step != pause.Step && !c.Pauses.Contains(pause))
        )
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

    private static DateTimeOffset InstantOf(CaseLook look, DateOnly day) =>
        day == look.Today ? look.Stamp.RecordedAt : look.Calendar.StartOf(day);

    private static Pause? ByNotice(CaseLook look, string id, string ground) =>
        look.State.Clocks[id].Pauses.FirstOrDefault(p => p.Ground == ground && p.IsByNotice && (p.IsOpen || p.To > look.On));

    private static IEnumerable<ClockState> Named(CaseLook look, string ground) =>
        ClockKeeper.Open(look).Where(c => ClockRules.Of(look.Process, c).NotCounted.Contains(ground));
}
