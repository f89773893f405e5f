using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
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
        if (!node.Sealed) return null;
        if (look.State.Steps.GetValueOrDefault(key)?.Lots?.Sealed is not { } before)
            return new Refusal("lots.not_sealed", $"Expected the lots of {Quoted.Step(look, key)} to be sealed before they are drawn, but they are not.", "seal them first");
        var population = Population.Of(node, look.State);
        return population.Hash == before.Population && SealingLots.Count(look, node) == before.Count ? null
            : new Refusal("lots.population_changed", $"Expected to draw {before.Count} of the {before.Size} rows sealed as {before.Population}, but the form now gives {SealingLots.Count(look, node)} of {population.Size} rows with the hash {population.Hash}.", "seal the lots again; the commitment given up stays on record");
    }

    /// <summary>Whether the seed that came out of the vault is the one committed to. Nothing is revealed to one who only asks what would come.</summary>
    internal static Refusal? MustOpen(CaseLook look, DrawNode node, string key)
    {
        if (!node.Sealed || look.Stamp.PayloadAside || look.State.Steps[key].Lots?.Sealed is not { Commitment: var commitment }) return null;
        if (look.Stamp.Facts is not { Seed: { } seed, Salt: { } salt })
            return new Refusal("lots.seed_gone", $"Expected the vault to hold the seed committed to as {commitment}, but it does not.", "return the case to a step before the draw and seal again");
        return Commitment.To(salt, seed) == commitment ? null
            : new Refusal("lots.seed_false", $"Expected the seed committed to as {commitment}, but the vault holds another.", "have the vault verified; return the case to a step before the draw and seal again");
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
