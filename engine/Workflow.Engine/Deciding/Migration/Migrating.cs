using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>
/// Moves a running case to another definition of its process. The target decides: the turn's process is the target, and the
/// definition that the case was bound to before stands beside it.
/// </summary>
internal static class Migrating
{
    internal static Operation Operation { get; } =
        Operation.Of<MigrateCase>(Migrate, (look, _) => BuiltOn.Whole(look)) with
        {
            OfCase = look => [ActionOffer.OfCase("migrate", MayMigrate(look))],
            When = Operation.CaseStanding.Open,
        };

    internal static Refusal? Migrate(CaseTurn turn, MigrateCase command)
    {
        if (turn.From is not { } from || turn.Process.Digest != command.To)
            return MigrateRefusals.UnknownDefinition(command.To);
        if (MayMigrate(turn) is { } refusal)
            return refusal;
        if (ByOrder.Check(command.Document, command.Reasons, Acts.Migrate) is { } missing)
            return missing;
        var parts = new Counterparts(from, turn.Process, command.Map);
        return Obstacles(turn, parts).FirstOrDefault() ?? Move(turn, parts, command);
    }

    /// <summary>Whether the case may be moved at all, whatever the target.</summary>
    internal static Refusal? MayMigrate(CaseLook look)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        return Proposed(look) is { } waiting ? MigrateRefusals.Proposed(Naming.Step(look, waiting.Key)) : null;
    }

    private static StepState? Proposed(CaseLook look) =>
        look.State.Steps.Values.FirstOrDefault(s =>
            s.Status == StepStatus.Open && (s.Proposed is not null || s.Sides.Any(t => t is { IsOpen: true, Answer: not null }))
        );

    /// <summary>Everything that stands in the way, in the order in which a person would mend it.</summary>
    internal static IEnumerable<Refusal> Obstacles(CaseLook look, Counterparts parts)
    {
        var mapped = MapObstacles.Of(look, parts).ToList();
        return mapped.Count > 0 ? mapped : StepObstacles.Of(look, parts).Concat(ClockObstacles.Of(look, parts));
    }

    private static Refusal? Move(CaseTurn turn, Counterparts parts, MigrateCase command)
    {
        foreach (var clock in ClockKeeper.Open(turn).Where(c => parts.Map.Ends.Contains(c.Rule)))
            turn.Apply(new ClockStopped(clock.Id, turn.On, StopCause.Migration));
        var (passed, voters, grounds) = (PassedSteps.Of(turn.State, parts).ToList(), Voters(turn, parts), Grounded(turn, parts));
        turn.Apply(MoveRecord.Of(turn, parts, command));
        foreach (var node in passed)
            turn.Apply(new StepSkipped(node.Id));
        if (ClockMoves.Derive(turn, parts, command.Document) is { } refusal)
            return refusal;
        foreach (var (key, before) in grounds)
            Pause(turn, key, before);
        // Under a different roll or different thresholds the answers given may already be enough.
        return voters.Select(key => Answering.Conclude(turn, (JointNode)turn.Process.Find(key)!, key)).FirstOrDefault(r => r is not null);
    }

    // The keys that open steps will have, with the ground that each was until now.
    private static Dictionary<string, string?> Grounded(CaseLook look, Counterparts parts) =>
        Open(look).ToDictionary(s => parts.Key(s.Key), s => (parts.From.Find(s.Key) as WorkNode)?.Ground);

    private static void Pause(CaseTurn turn, string key, string? before)
    {
        if (turn.Process.Find(key) is WorkNode { Ground: { } now } && now != before)
            Pausing.OnOpened(turn, now, key, turn.On);
    }

    private static List<string> Voters(CaseLook look, Counterparts parts) =>
        [.. Open(look).Where(s => !s.Answers.IsEmpty && parts.Node(s.Key) is JointNode).Select(s => parts.Key(s.Key))];

    private static IEnumerable<StepState> Open(CaseLook look) => look.State.Steps.Values.Where(s => s.Status == StepStatus.Open);
}
