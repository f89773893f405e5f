using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Draws by a seed that was committed to before.</summary>
internal static class Revealing
{
    /// <summary>Whether a draw may be made now: it is sealed, and what it draws from is what was sealed.</summary>
    internal static Refusal? MayDraw(CaseLook look, DrawNode node, string key)
    {
        if (!node.Sealed)
            return null;
        if (look.Run(key)?.Lots?.Sealed is not { } before)
            return LotsRefusals.NotSealed(Naming.Step(look, key));
        if (SealingLots.IsOver(look, node, before))
            return null;
        var now = (SealingLots.Count(look, node), Population.Of(node, look.State).Size);
        return LotsRefusals.PopulationChanged(Naming.Step(look, key), (before.Count, before.Size), now);
    }

    /// <summary>Whether the seed that came out of the vault is the one committed to. Nothing is revealed to one who only asks what would come.</summary>
    internal static Refusal? MustOpen(CaseLook look, DrawNode node, string key)
    {
        if (!node.Sealed || look.Stamp.PayloadAside || look.Run(key)?.Lots?.Sealed is not { Commitment: var commitment })
            return null;
        if (look.Stamp.Facts is not { Seed: { } seed, Salt: { } salt })
            return LotsRefusals.SeedGone(Naming.Step(look, key), commitment);
        return Commitment.To(salt, seed) == commitment ? null : LotsRefusals.SeedFalse(Naming.Step(look, key), commitment);
    }

    internal static void Draw(CaseTurn turn, string key, Population population)
    {
        var before = turn.State.Steps[key].Lots!.Sealed!;
        var rows = Supposed(before);
        if (turn.Stamp.Facts is { Seed: { } seed, Salt: { } salt } && !turn.Stamp.PayloadAside)
        {
            turn.Apply(new LotsRevealed(key, before.Commitment, salt, seed));
            rows = Drawing.Rows(seed, before.Size, before.Count);
        }

        turn.Apply(new LotsDrawn(key, before.Algorithm, turn.Stamp.PayloadAside ? "" : turn.Stamp.Facts.Seed!, population.Hash, rows));
    }

    // Before the draw nobody knows which rows: the first ones stand for them where what follows is foreseen.
    private static ImmutableArray<int> Supposed(LotsSealed before) => [.. Enumerable.Range(1, before.Count)];
}
