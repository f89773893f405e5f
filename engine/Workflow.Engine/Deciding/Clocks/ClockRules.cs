using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Finds the rule behind a clock.</summary>
public static class ClockRules
{
    /// <summary>Returns the rule that a case's clock stands on.</summary>
    /// <exception cref="KeyNotFoundException">The definition has no such rule: the case and the definition do not belong together.</exception>
    public static ClockRule Of(PublishedProcess process, ClockState clock) =>
        Find(process, clock) ?? throw new KeyNotFoundException($"No rule for clock {clock.Id}.");

    /// <summary>Returns the rule that a case's clock stands on; null for one that ended before the case moved to a definition without it.</summary>
    public static ClockRule? Find(PublishedProcess process, ClockState clock) =>
        clock switch
        {
            { Material: { } material } => process.Definition.Materials.FirstOrDefault(m => m.Id == material)?.Promise?.Clock,
            { Step: null } => process.Definition.Clocks.FirstOrDefault(r => r.Id == clock.Rule),
            { Participant: null } => (process.Find(clock.Step) as WorkNode)?.Limit,
            _ => Who(process, clock)?.Limit,
        };

    /// <summary>Returns the rule of a clock by what the clock is or will be called, be it that of a row, of a seat or of a later run; null where the process has none.</summary>
    internal static ClockRule? Called(PublishedProcess process, string id)
    {
        var (step, participant, _) = ClockKey.Parse(id);
        var rule = new ClockKey(StepKey.IdOf(step), participant is null ? null : Seat.ParticipantOf(participant)).Rule;
        return DefinedClocks.All(process.Definition).FirstOrDefault(r => r.Id == rule);
    }

    /// <summary>
    /// Whether a clock is an office's own budget: an internal limit of an office's step, or of an office that answers in a joint
    /// review. Only such a limit is clamped to the clocks of the case and pauses with them; periods of parties, and periods that
    /// the law gives, never are.
    /// </summary>
    internal static bool IsOwnBudget(PublishedProcess process, ClockState clock) =>
        clock.Step is { } step
        && Of(process, clock) is { Basis.IsInternal: true }
        && process.Find(step) switch
        {
            StepNode s => s.By is not PartyRole,
            JointNode when clock.Participant is not null => Who(process, clock)!.By is not PartyRole,
            JointNode j => j.Participants.All(p => p.By is not PartyRole),
            DrawNode or WaitNode or CallNode or ParallelNode or ChoiceNode or null => false,
            var node => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private static Participant? Who(PublishedProcess process, ClockState clock) =>
        (process.Find(clock.Step!) as JointNode)?.ParticipantOf(clock.Participant!);
}
