using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Fixes the population, the algorithm and a commitment to the seed, so that nobody can steer the draw that follows.</summary>
internal static class SealingLots
{
    internal static Operation Operation { get; } =
        Operation.Of<SealLots>(Seal, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, node, step) =>
                node is DrawNode { Sealed: true } && step.Status == StepStatus.Open
                    ? [ActionOffer.At("seal-lots", step.Key, MaySeal(look, step.Key))]
                    : [],
        };

    internal static Refusal? Seal(CaseTurn turn, SealLots command)
    {
        if (MaySeal(turn, command.Step) is { } refusal)
            return refusal;
        var node = (DrawNode)turn.Process.Find(command.Step)!;
        turn.Apply(Sealed(turn, command.Step, node));
        return null;
    }

    private static LotsSealed Sealed(CaseLook look, string key, DrawNode node)
    {
        var (population, count) = (Population.Of(node, look.State), Count(look, node));
        var givenUp = look.Run(key)?.Lots?.Sealed?.Commitment;
        var commitment = Commitment(look);
        var (algorithm, actor) = (Drawing.SealedAlgorithm, look.Stamp.Actor);
        return new LotsSealed(key, algorithm, population.Hash, population.Size, count, commitment, givenUp, actor, look.On);
    }

    private static string Commitment(CaseLook look) =>
        look.Stamp.Facts.Commitment ?? throw new InvalidOperationException("Sealing lots needs a commitment.");

    /// <summary>Whether the actor may seal now: those who may draw, once for each population.</summary>
    internal static Refusal? MaySeal(CaseLook look, string key)
    {
        if (look.Process.Find(key) is not DrawNode { Sealed: true } node)
            return LotsRefusals.NoSeal(Naming.Step(look, key));
        return StepGuards.MustBeOpen(look, key)
            ?? StepGuards.MustBeYours(look, key)
            ?? CanBeDrawn(look, node, key)
            ?? IsNew(look, node, key);
    }

    private static Refusal? CanBeDrawn(CaseLook look, DrawNode node, string key)
    {
        var (size, count) = (Population.Of(node, look.State).Size, Count(look, node));
        if (count < 1)
            return LotsRefusals.Count(Naming.Step(look, key), Naming.Field(look, node.CountField!));
        return size < count ? LotsRefusals.TooFew(Naming.Step(look, key), Naming.Field(look, node.From), count, size) : null;
    }

    private static Refusal? IsNew(CaseLook look, DrawNode node, string key) =>
        look.State.Steps[key].Lots?.Sealed is { } before && IsOver(look, node, before)
            ? LotsRefusals.AlreadySealed(Naming.Step(look, key), before.Commitment)
            : null;

    /// <summary>Whether what was sealed is what the form gives now.</summary>
    internal static bool IsOver(CaseLook look, DrawNode node, LotsSealed before) =>
        Population.Of(node, look.State).Hash == before.Population && Count(look, node) == before.Count;

    /// <summary>How many are drawn; zero where the field that says so holds no whole number.</summary>
    internal static int Count(CaseLook look, DrawNode node) =>
        node.CountField is { } field ? Whole(look.State.Form.GetValueOrDefault(field)) : node.Count;

    private static int Whole(FieldValue? value) =>
        value is NumberValue { Number: >= 1 and <= int.MaxValue and var number } && decimal.IsInteger(number) ? (int)number : 0;
}
