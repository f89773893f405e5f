namespace Workflow.Engine.Processes;

/// <summary>The clocks that a definition has.</summary>
public static class DefinedClocks
{
    /// <summary>Returns every rule of a definition: of the case, of its steps, of those who answer in joint reviews, of promised materials.</summary>
    public static IEnumerable<ClockRule> All(ProcessDefinition definition) =>
        definition
            .Clocks.Concat(Outline.All(definition).OfType<WorkNode>().SelectMany(At))
            .Concat(definition.Materials.Select(m => m.Promise?.Clock).OfType<ClockRule>());

    /// <summary>Returns the rules at one step: its limit and those of its participants.</summary>
    public static IEnumerable<ClockRule> At(WorkNode node) =>
        (node is JointNode joint ? joint.Participants.Select(p => p.Limit) : []).Prepend(node.Limit).OfType<ClockRule>();
}
