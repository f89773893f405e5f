using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>An event as the replay sees it.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Node">The step; null for an end.</param>
/// <param name="Outcome">The outcome it gives; null where the log does not say.</param>
internal sealed record LogStep(MappedAct Act, ModelNode? Node, string? Outcome)
{
    /// <summary>What distinguishes it from another for the order of steps.</summary>
    internal string Key => $"{(int)Act}.{Node?.Index}.{Outcome}";
}

/// <summary>One move of an alignment: an event that the definition has here, an event that it has not, or a step that no event shows.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Event">The event's place among those judged; -1 for a missing step.</param>
/// <param name="Node">The step; null for an end.</param>
/// <param name="Outcome">The outcome taken, where a step was.</param>
internal sealed record AlignedMove(MoveKind Kind, int Event, ModelNode? Node, ModelOutcome? Outcome);

/// <summary>The kinds of move that an alignment tells.</summary>
internal enum MoveKind
{
    /// <summary>The event stands where the definition has it.</summary>
    Matched,

    /// <summary>The definition has no such step here. Costs 1.</summary>
    Surplus,

    /// <summary>The definition has a step here that no event shows. Costs 1.</summary>
    Missing,
}

/// <summary>The cheapest explanation of a case's order of steps.</summary>
/// <param name="Moves">The moves in order; conditions decided on the way are not told.</param>
/// <param name="HasEnded">Whether the case came to an end of the definition.</param>
/// <param name="IsExact">Whether no cheaper one exists; false when the search was cut short.</param>
internal sealed record CaseAlignment(IReadOnlyList<AlignedMove> Moves, bool HasEnded, bool IsExact);
