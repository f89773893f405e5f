using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>What a move is on record: everything of the case under its new name, and who may act from then on.</summary>
internal static class MoveRecord
{
    internal static CaseMigrated Of(CaseLook look, Counterparts parts, MigrateCase command) =>
        new()
        {
            From = parts.From.Digest,
            To = parts.To.Digest,
            Offices = Entitling.Offices(look),
            Steps = Steps(look.State, parts),
            Outcomes = parts.Map.Outcomes,
            Gone = [.. look.State.Steps.Values.Where(s => parts.Node(s.Key) is null).Select(s => s.Key)],
            Entitled = Entitled(look, parts),
            Clocks = Clocks(look.State, parts),
            Document = command.Document,
            Reasons = command.Reasons,
            By = look.Stamp.Actor,
            On = look.On,
        };

    private static ImmutableSortedDictionary<string, string> Steps(CaseState state, Counterparts parts)
    {
        var keys = state.Steps.Keys.Concat(state.Superseded.Select(s => s.Key)).Concat(state.Awaits.Keys).Concat(state.Kept);
        return keys.Distinct().Where(k => parts.Key(k) != k).ToImmutableSortedDictionary(k => k, parts.Key);
    }

    private static ImmutableArray<RenamedClock> Clocks(CaseState state, Counterparts parts) =>
        [.. state.Clocks.Values.Select(c => new RenamedClock(c.Id, parts.Clock(c))).Where(r => r.Clock != state.Clocks[r.Was])];

    private static ImmutableSortedDictionary<string, ImmutableArray<Entitlement>> Entitled(CaseLook look, Counterparts parts) =>
        look
            .State.Steps.Values.Where(s => s.Status == StepStatus.Open)
            .Select(s => (Step: s, After: Entitling.After(look, parts, s)))
            .Where(x => !x.After.SequenceEqual(x.Step.Entitled))
            .ToImmutableSortedDictionary(x => parts.Key(x.Step.Key), x => x.After);
}
