namespace Workflow.Mining.Conforming;

/// <summary>Names what an alignment found. Every surplus event is one deviation; a missing step is one unless a surplus event shows it elsewhere.</summary>
internal static class Deviations
{
    internal static IReadOnlyList<Deviation> Of(CaseAlignment alignment)
    {
        var elsewhere = alignment.Moves.Where(m => m.Kind == MoveKind.Surplus).Select(m => m.Node).ToList();
        var found = new List<Deviation>();
        foreach (var move in alignment.Moves)
        {
            if (move.Kind == MoveKind.Surplus)
                found.Add(new Deviation(Kind(move, alignment), move.Node?.Id ?? "end"));
            // Missing here and done elsewhere is one thing: done out of its order.
            else if (move.Kind == MoveKind.Missing && !elsewhere.Remove(move.Node))
                found.Add(new Deviation(DeviationKind.Skipped, move.Node!.Id, move.Node.Node.Mandatory));
        }

        return found;
    }

    private static DeviationKind Kind(AlignedMove surplus, CaseAlignment alignment) =>
        alignment.Moves.Any(m => m.Kind == MoveKind.Matched && m.Node == surplus.Node)
        && alignment.Moves.All(m => m.Kind != MoveKind.Missing || m.Node != surplus.Node)
            ? DeviationKind.Repeated
            : DeviationKind.OutOfOrder;
}
