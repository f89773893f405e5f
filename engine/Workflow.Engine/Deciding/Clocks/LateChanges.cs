using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>
/// What an act for an earlier day does to clocks: it lifts, pauses or extends one only on a paper that was in the case in time, and
/// begins none whose silence would take effect at once. It reads what happened, so no way to a clock is left out.
/// </summary>
internal static class LateChanges
{
    // A case that is taken over, or moves, has its own words for what was over before.
    internal static Refusal? Check(CaseTurn turn, CaseState before, CaseCommand command) =>
        !Backdating.IsHeldToProof(turn) || command is INamesDefinition ? null
        : turn.Stamp.EffectiveOn < turn.Today ? Unproven(turn, before, command) ?? OverAtOnce(turn, before)
        : OverAtOnce(turn, before);

    private static Refusal? Unproven(CaseTurn turn, CaseState before, CaseCommand command) =>
        Changed(turn, before)
            .Where(c => !IsCorrected(turn, c) && !Backdating.IsProven(turn, before, Matter(turn, c, command)))
            .Select(c => Unproven(turn, c))
            .FirstOrDefault();

    private static Refusal Unproven(CaseLook look, ClockState clock) =>
        clock.Status == ClockStatus.Overdue
            ? ClockRefusals.LiftUnproven(Naming.Clock(look, clock), clock.DueOn)
            : ClockRefusals.ChangeUnproven(Naming.Clock(look, clock));

    // The clocks as they were before, of which an event lifts, pauses or extends one. What only began now was nobody's gain.
    private static IEnumerable<ClockState> Changed(CaseTurn turn, CaseState before) =>
        turn
            .Events.OfType<ClockLifted>()
            .Select(e => before.Clocks.GetValueOrDefault(e.Clock))
            .Concat(turn.Events.OfType<ClockMoved>().Select(e => Moved(before, e)))
            .OfType<ClockState>();

    private static ClockState? Moved(CaseState before, ClockMoved moved) =>
        moved.Cause is ClockCause.Pause or ClockCause.Extension
        && before.Clocks.GetValueOrDefault(moved.Clock.Id) is { } clock
        && (moved.Clock.IsPaused || moved.Clock.DueOn > clock.DueOn)
            ? clock
            : null;

    // What silence did is undone by the head of the leading office, on a document and with reasons; the act in time follows from that.
    private static bool IsCorrected(CaseLook look, ClockState clock) =>
        clock is { Status: ClockStatus.Overdue, Step: not null }
        && ClockRules.Of(look.Process, clock).OnExpiry is { } outcome
        && (clock.Participant is not null || !Expiry.Named(look, clock, outcome).MaterialsComplete);

    private static LateMatter Matter(CaseLook look, ClockState clock, CaseCommand command)
    {
        var acted = (command as IAtStep)?.Step is { } key ? StepKey.IdOf(key) : null;
        var by = clock.Status == ClockStatus.Overdue ? clock.DueOn : look.Today;
        var steps = new[] { clock.Id, clock.Step, acted }.Concat(Paused(look, command)).Concat(Decided(look, clock, command));
        return new LateMatter(by, [.. steps.OfType<string>()]) { Material = clock.Material };
    }

    private static IEnumerable<string?> Paused(CaseLook look, CaseCommand command) =>
        command is PauseClock pause
            ? Outline.All(look.Definition).OfType<WorkNode>().Where(n => n.Ground == pause.Ground).Select(n => n.Id)
            : [];

    private static IEnumerable<string?> Decided(CaseLook look, ClockState clock, CaseCommand command) =>
        command is ExtendClock ? ClockRules.Of(look.Process, clock).Extensions.Select(r => r.Collective?.Step) : [];

    // Nobody's period is over on the day on which its start is first recorded.
    private static Refusal? OverAtOnce(CaseTurn turn, CaseState before)
    {
        var marked = turn
            .Events.OfType<MomentMarked>()
            .Where(m => m.Day < turn.Today)
            .Select(m => m.Moment)
            .ToHashSet(StringComparer.Ordinal);
        return turn
            .Events.OfType<ClockStarted>()
            .Select(e => e.Clock)
            .Where(c => c.DueAt <= turn.Stamp.RecordedAt && IsStartedBy(turn, c, marked))
            .Where(c => !Backdating.IsProvenLate(turn, before, c.StartDay))
            .Select(c => ClockRefusals.OverAtOnce(Naming.Clock(turn, c), c.StartDay, c.DueOn))
            .FirstOrDefault();
    }

    private static bool IsStartedBy(CaseLook look, ClockState clock, HashSet<string> marked) =>
        ClockRules.Of(look.Process, clock) is { OnExpiry: not null } rule && rule.From.Any(marked.Contains);
}
