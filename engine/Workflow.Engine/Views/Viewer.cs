namespace Workflow.Engine.Views;

/// <summary>How much of a case somebody sees.</summary>
public enum CaseSight
{
    /// <summary>A party: own steps and files, papers, public milestones, own clocks; nothing of the deliberation.</summary>
    Party,

    /// <summary>An office that takes part, and who was involved or told by it: the whole work on the case.</summary>
    Office,

    /// <summary>Supervision and audit.</summary>
    Whole,
}

/// <summary>Somebody who looks at a case.</summary>
/// <param name="Person">Id of the natural person.</param>
/// <param name="Sight">How much of it they see.</param>
public sealed record Viewer(string Person, CaseSight Sight)
{
    /// <summary>Whether the deliberation of the offices is kept from them.</summary>
    public bool IsOutside => Sight == CaseSight.Party;
}
