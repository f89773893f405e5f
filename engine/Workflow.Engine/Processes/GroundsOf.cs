namespace Workflow.Engine.Processes;

/// <summary>The grounds of a definition: what its clocks do not count, and what its steps are in law.</summary>
public static class GroundsOf
{
    /// <summary>Returns each ground once, by its Chinese words: those of the clocks first.</summary>
    public static IEnumerable<string> All(ProcessDefinition definition) =>
        DefinedClocks.All(definition).SelectMany(c => c.NotCounted).Concat(Outline.All(definition).SelectMany(At)).Distinct();

    /// <summary>Returns the grounds of one node and of those who answer at it; none where it claims none.</summary>
    public static IEnumerable<string> At(Node node) =>
        node is WorkNode work
            ? (work is JointNode joint ? joint.Participants.Select(p => p.Ground) : []).Prepend(work.Ground).OfType<string>()
            : [];
}
