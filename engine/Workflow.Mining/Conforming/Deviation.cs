namespace Workflow.Mining.Conforming;

/// <summary>How a case departs from the definition in its order of steps.</summary>
public enum DeviationKind
{
    /// <summary>The definition has a step that no event shows.</summary>
    Skipped,

    /// <summary>A step was done again where the definition does not have it again.</summary>
    Repeated,

    /// <summary>A step was done at a place where the definition does not have it.</summary>
    OutOfOrder,

    /// <summary>An activity that the map does not name.</summary>
    Unknown,
}

/// <summary>One departure.</summary>
/// <param name="Kind">Which.</param>
/// <param name="What">The step's id; for an unknown activity its name.</param>
/// <param name="IsMandatory">Whether the definition marks the step as one that nobody may pass over.</param>
public sealed record Deviation(DeviationKind Kind, string What, bool IsMandatory = false);
