using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Goes on with a draw where rows step back 回避: by the seed that was drawn with, so that nobody can choose another.</summary>
internal static class Redrawing
{
    internal static Operation Operation { get; } =
        Operation.Of<Redraw>(Redraw, (look, c) => BuiltOn.Completed(look, c.Step)) with
        {
            AtTask = (look, node, step) =>
                step is { Status: StepStatus.Done or StepStatus.Following, Completed: not null, Drawn.IsEmpty: false }
                    ? [new ActionOffer("redraw", step.Key, null, node.Name(step.Key), MayRedraw(look, step.Key))]
                    : [],
        };

    internal static Refusal? Redraw(CaseTurn turn, Redraw command)
    {
        if (
            (MayRedraw(turn, command.Step) ?? Recusals.Check(turn, command) ?? MayStepBack(turn, command) ?? AreLeft(turn, command)) is
            { } refusal
        )
            return refusal;
        turn.Apply(Redrawn(turn, command));
        Close(turn, command);
        return null;
    }

    private static LotsRedrawn Redrawn(CaseLook look, Redraw command)
    {
        var step = look.State.Steps[command.Step];
        var (lots, used) = (step.Lots!, step.Lots!.Used + command.Recused.Length);
        var substitutes = Drawing.Rows(lots.Seed!, Size(look, command.Step), used)[lots.Used..];
        return new LotsRedrawn
        {
            Step = command.Step,
            Recused = command.Recused,
            Substitutes = substitutes,
            Drawn = [.. step.Drawn.Select(row => In(row, command.Recused, substitutes))],
            Used = used,
            By = look.Stamp.Actor,
            Document = command.Document,
            On = look.On,
        };
    }

    private static int Size(CaseLook look, string draw) => Population.Of((DrawNode)look.Process.Find(draw)!, look.State).Size;

    // Rows on which somebody acted cannot step back any more.
    private static Refusal? MayStepBack(CaseLook look, Redraw command) =>
        command.Recused.Select(r => Acted(look, command.Step, r.Row)).FirstOrDefault(k => k is not null) is { } late
            ? LotsRefusals.Acted(Naming.Step(look, command.Step), Naming.Step(look, late))
            : null;

    private static Refusal? AreLeft(CaseLook look, Redraw command)
    {
        var (size, needed) = (Size(look, command.Step), command.Recused.Length);
        var left = size - look.State.Steps[command.Step].Lots!.Used;
        return left < needed ? LotsRefusals.NobodyLeft(Naming.Step(look, command.Step), needed, left, size) : null;
    }

    /// <summary>Whether the actor may replace rows of a draw, whichever.</summary>
    internal static Refusal? MayRedraw(CaseLook look, string key)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        if (look.State.Suspended is not null)
            return StepGuards.MustBeOpen(look, key);
        if (look.Process.Find(key) is not DrawNode node || DrawnAt(look, key) is not { } lots)
            return LotsRefusals.NotDrawn(Naming.Step(look, key));
        if (!IsFrom(look, node, lots))
            return LotsRefusals.FormCorrected(Naming.Step(look, key));
        return look.Process.DrawnAt(key).Any() ? Over(look, key) : Later(look, key);
    }

    private static bool IsFrom(CaseLook look, DrawNode node, LotsState lots)
    {
        var population = Population.Of(node, look.State);
        return lots.Population == (node.Sealed ? population.Hash : population.PlainHash);
    }

    private static LotsState? DrawnAt(CaseLook look, string key) =>
        look.Run(key) is { Status: StepStatus.Done or StepStatus.Following, Drawn.IsEmpty: false } step ? step.Lots : null;

    // A step that asked its rows and is over would never ask the row that comes instead.
    private static Refusal? Over(CaseLook look, string key)
    {
        var over = look
            .Process.DrawnAt(key)
            .FirstOrDefault(n => RowConditions.AreAsked(n) && look.Run(n.Id) is { Status: not StepStatus.Open });
        return over is null ? null : LotsRefusals.Over(Naming.Step(look, key), Naming.Step(over));
    }

    // Where no step opens once per row drawn, anything done later may stand on those who were drawn.
    private static Refusal? Later(CaseLook look, string key)
    {
        var place = look.Process.PlaceOf(key)!;
        var later = look.State.Steps.Values.FirstOrDefault(s =>
            look.Process.PlaceOf(s.Key) is { AnyTime: false } p && p.Order > place.Order && HasActed(s)
        );
        return later is null ? null : LotsRefusals.Acted(Naming.Step(look, key), Naming.Step(look, later.Key));
    }

    private static string? Acted(CaseLook look, string draw, int row) =>
        look.Process.DrawnAt(draw).Select(n => StepKey.OfRow(n.Id, row)).FirstOrDefault(k => look.Run(k) is { } step && HasActed(step));

    private static bool HasActed(StepState step) =>
        step.Proposed is not null
        || !step.Answers.IsEmpty
        || step.Sides.Any(s => s.Reply is not null)
        || step.Completed is { } done && done.By is not RuleActor;

    private static int In(int row, ImmutableArray<Recusal> recused, ImmutableArray<int> substitutes) =>
        recused.Select(r => r.Row).ToImmutableArray().IndexOf(row) is >= 0 and var place ? substitutes[place] : row;

    private static void Close(CaseTurn turn, Redraw command)
    {
        var keys = turn.Process.DrawnAt(command.Step).SelectMany(n => command.Recused.Select(r => StepKey.OfRow(n.Id, r.Row)));
        foreach (var key in keys.Where(k => turn.IsOpenAt(k)).ToList())
            Withdrawal.Withdraw(turn, key, PutAside.Recused, turn.On);
    }
}
