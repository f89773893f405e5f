using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>Compares who did a step with the office that the step names.</summary>
internal sealed class UnitJudge(LogMap map)
{
    internal (UnitCounts Counts, ImmutableArray<WrongUnit> Wrong) Count(IEnumerable<JudgedEvent> events)
    {
        var (counts, wrong) = (UnitCounts.None, ImmutableArray.CreateBuilder<WrongUnit>());
        foreach (var done in events.Where(e => e.Step.Act == MappedAct.Finish))
        {
            var one = One(done);
            counts += one;
            if (one.Wrong > 0)
                wrong.Add(new WrongUnit(done.Step.Node!.Id, done.Unit!));
        }

        return (counts, wrong.ToImmutable());
    }

    private UnitCounts One(JudgedEvent done)
    {
        var units = Offices(done.Step.Node!.Node).Select(map.Units.GetValueOrDefault).OfType<ImmutableHashSet<string>>().ToList();
        if (units.Count == 0)
            return new UnitCounts(0, 0, 0, 1);
        if (done.Unit is null)
            return new UnitCounts(0, 0, 1, 0);
        return units.Exists(u => u.Contains(done.Unit)) ? new UnitCounts(1, 0, 0, 0) : new UnitCounts(0, 1, 0, 0);
    }

    private static IEnumerable<string> Offices(Node node) =>
        node switch
        {
            StepNode { By: OfficeRole by } => [by.Office],
            DrawNode { By: OfficeRole by } => [by.Office],
            JointNode joint => joint.Participants.Select(p => p.By).Append(joint.Vote.Head).OfType<OfficeRole>().Select(r => r.Office),
            _ => [],
        };
}
