using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>Compares who did a step with the office that the step names.</summary>
internal sealed class UnitJudge(LogMap map)
{
    internal (UnitCounts Counts, ImmutableArray<WrongUnit> Wrong) Count(IEnumerable<JudgedEvent> events)
    {
        var (counts, wrong) = (UnitCounts.None, ImmutableArray.CreateBuilder<WrongUnit>());
        foreach (var (done, one) in events.Where(e => e.Step.Act == MappedAct.Finish).Select(e => (e, One(e))))
        {
            counts += one;
            if (one.Wrong > 0)
                wrong.Add(new WrongUnit(done.Step.Node!.Id, done.Unit!));
        }

        return (counts, wrong.ToImmutable());
    }

    private UnitCounts One(JudgedEvent done)
    {
        var units = Units(done);
        return units.Count == 0 ? new UnitCounts(0, 0, 0, 1)
            : done.Unit is not { } unit ? new UnitCounts(0, 0, 1, 0)
            : units.Exists(u => u.Contains(unit)) ? new UnitCounts(1, 0, 0, 0)
            : new UnitCounts(0, 1, 0, 0);
    }

    private List<ImmutableHashSet<string>> Units(JudgedEvent done) =>
        [.. Offices(done.Step.Node!.Node).Select(map.Units.GetValueOrDefault).OfType<ImmutableHashSet<string>>()];

    private static IEnumerable<string> Offices(Node node) =>
        node switch
        {
            StepNode { By: OfficeRole by } => [by.Office],
            DrawNode { By: OfficeRole by } => [by.Office],
            JointNode joint => joint.Participants.Select(p => p.By).Append(joint.Vote.Head).OfType<OfficeRole>().Select(r => r.Office),
            WorkNode or ParallelNode or ChoiceNode or null => [],
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };
}
