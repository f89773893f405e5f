using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Fixes the population, the algorithm and a commitment to the seed, so that nobody can steer the draw that follows.</summary>
internal static class SealingLots
{
    internal static Refusal? Seal(CaseTurn turn, SealLots command)
    {
        if (MaySeal(turn, command.Step) is { } refusal) return refusal;
        var node = (DrawNode)turn.Process.Find(command.Step)!;
        var population = Population.Of(node, turn.State);
        var commitment = turn.Stamp.Facts.Commitment ?? throw new InvalidOperationException("Sealing lots needs a commitment in its facts.");
        turn.Apply(new LotsSealed(command.Step, Drawing.SealedAlgorithm, population.Hash, population.Size, Count(turn, node), commitment, turn.State.Steps[command.Step].Lots?.Sealed?.Commitment, turn.Stamp.Actor, turn.On));
        return null;
    }

    /// <summary>Whether the actor may seal now: those who may draw, once for each population.</summary>
    internal static Refusal? MaySeal(CaseLook look, string key)
    {
        if (look.Process.Find(key) is not DrawNode { Sealed: true } node)
            return new Refusal("lots.no_seal", $"Expected a draw that is sealed before, but {Quoted.Step(look, key)} is none.");
        if ((StepGuards.MustBeOpen(look, key) ?? StepGuards.MustBeYours(look, key)) is { } refusal) return refusal;
        var (population, count) = (Population.Of(node, look.State), Count(look, node));
        if (count < 1) return new Refusal("lots.count", $"Expected a whole number of at least 1 in form.{node.CountField} to draw at {Quoted.Step(look, key)}, but there is none.", "correct the form");
        if (population.Size < count)
            return new Refusal("lots.too_few", $"Expected at least {count} row(s) in form.{node.From} to draw {count} at {Quoted.Step(look, key)}, but there are {population.Size}.", "correct the form: add rows, or have fewer drawn");
        return look.State.Steps[key].Lots?.Sealed is { } before && before.Population == population.Hash && before.Count == count
            ? new Refusal("lots.already_sealed", $"Expected lots to seal at {Quoted.Step(look, key)}, but they are sealed as {before.Commitment} over the same population.", "draw them")
            : null;
    }

    /// <summary>How many are drawn; zero where the field that says so holds no whole number.</summary>
    internal static int Count(CaseLook look, DrawNode node) => node.CountField is not { } field ? node.Count
        : look.State.Form.GetValueOrDefault(field) is NumberValue { Number: var number } && number == decimal.Truncate(number) && number is >= 1 and <= int.MaxValue ? (int)number : 0;
}
