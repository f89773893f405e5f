using System.Diagnostics;

namespace Workflow.Engine.Processes;

/// <summary>How many members must answer before a joint review has a result.</summary>
/// <param name="Kind">A number, a share of the members, or more than half of them.</param>
/// <param name="Amount">The number or the percentage; 0 for more than half.</param>
public sealed record Quorum(ThresholdKind Kind, int Amount = 0)
{
    /// <summary>Returns the least number of members that suffices.</summary>
    /// <param name="members">How many there are.</param>
    public int Least(int members) =>
        Kind switch
        {
            ThresholdKind.Count => Amount,
            ThresholdKind.Percent => ((Amount * members) + 99) / 100,
            ThresholdKind.Majority => (members / 2) + 1,
            _ => throw new UnreachableException($"No quorum counts {Kind}."),
        };
}
