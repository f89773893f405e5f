using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>A clock with the way to its places.</summary>
/// <param name="Rule">The clock.</param>
/// <param name="Step">The step or joint whose limit it is; null for a clock of the case and of a promised material.</param>
/// <param name="At">Returns the place of one of its keys.</param>
internal sealed record PlacedClock(ClockRule Rule, WorkNode? Step, Func<string, Position> At)
{
    /// <summary>Returns every clock: of the case, of steps, of promised materials and of participants.</summary>
    public static IEnumerable<PlacedClock> All(ProcessDefinition definition, Places places)
    {
        var work = Outline.All(definition).OfType<WorkNode>().ToList();
        return OfCase(definition, places)
            .Concat(work.Where(w => w.Limit is not null).Select(w => new PlacedClock(w.Limit!, w, key => places.Limit(w.Id, key))))
            .Concat(OfMaterials(definition, places))
            .Concat(work.OfType<JointNode>().SelectMany(j => OfParticipants(j, places)));
    }

    private static IEnumerable<PlacedClock> OfCase(ProcessDefinition definition, Places places) =>
        definition.Clocks.Select(c => new PlacedClock(c, null, key => places.Clock(c.Id, key)));

    private static IEnumerable<PlacedClock> OfMaterials(ProcessDefinition definition, Places places) =>
        definition
            .Materials.Where(m => m.Promise is not null)
            .Select(m => new PlacedClock(m.Promise!.Clock, null, key => places.Material(m.Id, $"promise/{key}")));

    private static IEnumerable<PlacedClock> OfParticipants(JointNode joint, Places places) =>
        joint
            .Participants.Where(p => p.Limit is not null)
            .Select(p => new PlacedClock(p.Limit!, joint, key => places.Participant(joint.Id, p.Key, key)));
}
