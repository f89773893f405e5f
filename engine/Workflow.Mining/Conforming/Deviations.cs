namespace Workflow.Mining.Conforming;

/// <summary>Names what an alignment found. Every surplus event is one deviation; a missing step is one unless a surplus event shows it elsewhere.</summary>
internal static class Deviations
{
    internal static IReadOnlyList<Deviation> Of(CaseAlignment alignment)
    {
        var elsewhere = alignment.Moves.Where(m => m.Kind == MoveKind.Surplus).Select(m => m.Node).ToList();
        return [.. alignment.Moves.Select(m => Of(m, alignment, elsewhere)).OfType<Deviation>()];
    }

    // Missing here and done elsewhere is one thing: done out of its order.
    private static Deviation? Of(AlignedMove move, CaseAlignment alignment, List<ModelNode?> elsewhere) =>
        move.Kind == MoveKind.Surplus ? new Deviation(Kind(move, alignment), move.Node?.Id ?? "end")
        : move.Kind == MoveKind.Missing && !elsewhere.Remove(move.Node)
            ? new Deviation(DeviationKind.Skipped, move.Node!.Id, move.Node.Node.Mandatory)
        : null;

    private static DeviationKind Kind(AlignedMove surplus, CaseAlignment alignment) =>
        alignment.Moves.Any(m => m.Kind == MoveKind.Matched && m.Node == surplus.Node)
        && alignment.Moves.All(m => m.Kind != MoveKind.Missing || m.Node != surplus.Node)
            ? DeviationKind.Repeated
            : DeviationKind.OutOfOrder;
}
