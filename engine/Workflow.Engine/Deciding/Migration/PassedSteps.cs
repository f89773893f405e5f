using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>
/// The steps that the target adds where the case has already been: before work of the same list that is begun. They do not
/// apply to this case, as if it had jumped over them, and as with a jump none of them may be mandatory. Steps added ahead open in their turn.
/// </summary>
internal static class PassedSteps
{
    internal static IEnumerable<Node> Of(CaseState state, Counterparts parts)
    {
        var steps = parts.Steps(state);
        return Lists(parts, steps).SelectMany(list => Before(list, steps)).Where(n => !steps.ContainsKey(n.Id) && parts.IsNew(n));
    }

    private static IEnumerable<IReadOnlyList<Node>> Lists(Counterparts parts, Dictionary<string, StepState> steps) =>
        parts.To.Places.Where(p => steps.ContainsKey(p.Node.Id)).SelectMany(p => Inside(p.Node)).Prepend(parts.To.Definition.Steps);

    private static IEnumerable<IReadOnlyList<Node>> Inside(Node node) =>
        [
            .. Outline.Bodies(node).Select(b => (IReadOnlyList<Node>)b.Steps),
            .. (node as ParallelNode)?.Branches.Select(b => (IReadOnlyList<Node>)b.Steps) ?? [],
        ];

    private static IEnumerable<Node> Before(IReadOnlyList<Node> list, Dictionary<string, StepState> steps)
    {
        var begun = list.Count;
        while (begun > 0 && steps.GetValueOrDefault(list[begun - 1].Id)?.Status is null or StepStatus.Skipped)
            begun--;
        return list.Take(begun);
    }
}
