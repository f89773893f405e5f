using Workflow.Engine.Record.Values;
using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>
/// Moves a running case to another definition of its process. The target decides: the turn's process is the target, and the
/// definition that the case was bound to before stands beside it.
/// </summary>
internal static class Migrating
{
    internal static Refusal? Migrate(CaseTurn turn, MigrateCase command)
    {
        if (turn.From is not { } from || turn.Process.Digest != command.To)
            return new Refusal("migrate.unknown_definition", $"Expected a published definition, but none has the digest '{command.To}'.", "publish it first");
        if (MayMigrate(turn) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "moving the case to another definition") is { } missing) return missing;
        var parts = new Counterparts(from, turn.Process, command.Map);
        return Obstacles(turn, parts).FirstOrDefault() ?? Move(turn, parts, command);
    }

    /// <summary>Whether the case may be moved at all, whatever the target.</summary>
    internal static Refusal? MayMigrate(CaseLook look) =>
        Actors.MustLead(look, "move the case to another definition")
        ?? (look.State.Steps.Values.FirstOrDefault(s => s is { Status: StepStatus.Open, Proposed: not null }) is { } waiting
            ? new Refusal("migrate.proposed", $"Expected no outcome waiting for its signers, but '{waiting.Key}' has one.", "let them sign, or send it back, first")
            : null);

    /// <summary>Everything that stands in the way, in the order in which a person would mend it.</summary>
    internal static IEnumerable<Refusal> Obstacles(CaseLook look, Counterparts parts)
    {
        var mapped = MapObstacles.Of(look, parts).ToList();
        return mapped.Count > 0 ? mapped : StepObstacles.Of(look, parts).Concat(ClockObstacles.Of(look, parts));
    }

    private static Refusal? Move(CaseTurn turn, Counterparts parts, MigrateCase command)
    {
        foreach (var clock in ClockKeeper.Open(turn).Where(c => parts.Map.Ends.Contains(c.Rule))) turn.Apply(new ClockStopped(clock.Id, turn.On, StopCause.Migration));
        var (passed, voters) = (PassedSteps.Of(turn.State, parts).ToList(), Voters(turn, parts));
        var grounds = turn.State.Steps.Values.Where(s => s.Status == StepStatus.Open).ToDictionary(s => parts.Key(s.Key), s => (parts.From.Find(s.Key) as WorkNode)?.Ground);
        turn.Apply(Happened(turn, parts, command));
        foreach (var node in passed) turn.Apply(new StepSkipped(node.Id));
        if (ClockMoves.Derive(turn, parts, command.Document) is { } refusal) return refusal;
        foreach (var (key, before) in grounds.Where(g => turn.Process.Find(g.Key) is WorkNode { Ground: { } now } && now != g.Value))
            Pausing.OnOpened(turn, ((WorkNode)turn.Process.Find(key)!).Ground!, key, turn.On);
        // With another roll, or other thresholds, the answers given may already be enough.
        return voters.Select(key => Answering.Conclude(turn, (JointNode)turn.Process.Find(key)!, key)).FirstOrDefault(r => r is not null);
    }

    private static List<string> Voters(CaseLook look, Counterparts parts) =>
        [.. look.State.Steps.Values.Where(s => s.Status == StepStatus.Open && !s.Answers.IsEmpty && parts.Node(s.Key) is JointNode).Select(s => parts.Key(s.Key))];

    private static CaseMigrated Happened(CaseLook look, Counterparts parts, MigrateCase command)
    {
        var state = look.State;
        var open = state.Steps.Values.Where(s => s.Status == StepStatus.Open).Select(s => (Step: s, After: Entitling.After(look, parts, s)));
        return new CaseMigrated
        {
            From = parts.From.Digest,
            To = parts.To.Digest,
            Offices = Entitling.Offices(look),
            Steps = Names(state.Steps.Keys.Concat(state.Superseded.Select(s => s.Key)).Concat(state.Awaits.Keys).Concat(state.Kept), parts),
            Outcomes = parts.Map.Outcomes,
            Gone = [.. state.Steps.Values.Where(s => parts.Node(s.Key) is null).Select(s => s.Key)],
            Entitled = open.Where(x => !x.After.SequenceEqual(x.Step.Entitled)).ToImmutableSortedDictionary(x => parts.Key(x.Step.Key), x => x.After),
            Clocks = [.. state.Clocks.Values.Select(c => new RenamedClock(c.Id, parts.Clock(c))).Where(r => r.Clock != state.Clocks[r.Was])],
            Document = command.Document,
            Reasons = command.Reasons,
            By = look.Stamp.Actor,
            On = look.On,
        };
    }

    private static ImmutableSortedDictionary<string, string> Names(IEnumerable<string> keys, Counterparts parts) =>
        keys.Distinct().Where(k => parts.Key(k) != k).ToImmutableSortedDictionary(k => k, parts.Key);
}
