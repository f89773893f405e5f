using System.Collections.Immutable;
using Workflow.Engine.Deciding.Movement;
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
    /// <summary>More rows at once are not a recusal but another draw.</summary>
    private const int MostRows = 1_000;

    internal static Refusal? Redraw(CaseTurn turn, Redraw command)
    {
        if ((MayRedraw(turn, command.Step) ?? Check(turn, command)) is { } refusal) return refusal;
        var (step, node) = (turn.State.Steps[command.Step], (DrawNode)turn.Process.Find(command.Step)!);
        var (lots, size) = (step.Lots!, Population.Of(node, turn.State).Size);
        if (command.Recused.FirstOrDefault(r => Acted(turn, command.Step, r.Row) is not null) is { } late)
            return new Refusal("lots.acted", $"Expected nobody to have acted on row {late.Row}, but '{Acted(turn, command.Step, late.Row)}' was.", "return the case to the draw");
        if (size - lots.Used < command.Recused.Length)
            return new Refusal("lots.nobody_left", $"Expected {command.Recused.Length} row(s) left to draw at {Quoted.Step(turn, command.Step)}, but {size - lots.Used} of {size} are.", "correct the form, return the case to the draw and seal again");
        var substitutes = Drawing.Rows(lots.Seed!, size, lots.Used + command.Recused.Length)[lots.Used..];
        turn.Apply(new LotsRedrawn
        {
            Step = command.Step,
            Recused = command.Recused,
            Substitutes = substitutes,
            Drawn = [.. step.Drawn.Select(row => In(row, command.Recused, substitutes))],
            Used = lots.Used + command.Recused.Length,
            By = turn.Stamp.Actor,
            Document = command.Document,
            On = turn.On,
        });
        Close(turn, command);
        return null;
    }

    /// <summary>Whether the actor may replace rows of a draw, whichever.</summary>
    internal static Refusal? MayRedraw(CaseLook look, string key)
    {
        if (Actors.MustLead(look, "draw again for those who step back") is { } notYours) return notYours;
        if (look.State.Suspended is not null) return StepGuards.MustBeOpen(look, key);
        if (look.Process.Find(key) is not DrawNode node || look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Done or StepStatus.Following, Drawn.IsEmpty: false, Lots: { } lots })
            return new Refusal("lots.not_drawn", $"Expected lots drawn at {Quoted.Step(look, key)}, but there are none.", "draw them first");
        var population = Population.Of(node, look.State);
        if (lots.Population != (node.Sealed ? population.Hash : population.PlainHash))
            return new Refusal("lots.population_changed", $"Expected the population drawn from at {Quoted.Step(look, key)}, but the form has been corrected since.", "return the case to the draw and seal again");
        return LotRows.Of(look.Process, key).Any() ? Over(look, key) : Later(look, key);
    }

    private static Refusal? Check(CaseLook look, Redraw command)
    {
        if (command.Recused.IsDefaultOrEmpty || command.Recused.Length > MostRows || command.Recused.Any(r => r is null))
            return new Refusal("lots.recusal_rows", $"Expected 1 to {MostRows} rows that step back, but there are {(command.Recused.IsDefault ? 0 : command.Recused.Length)}.");
        var drawn = look.State.Steps[command.Step].Drawn;
        if (command.Recused.FirstOrDefault(r => !drawn.Contains(r.Row)) is { } other)
            return new Refusal("lots.recusal_rows", $"Expected rows that are drawn ({string.Join(", ", drawn)}), but {other.Row} is not.");
        if (command.Recused.GroupBy(r => r.Row).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("lots.recusal_rows", $"Expected each row once, but {twice.Key} steps back twice.");
        if (command.Document is { } document && Grounds.Check(document, "-", "drawing again") is { } wrong) return wrong;
        if (command.Recused.FirstOrDefault(r => string.IsNullOrWhiteSpace(r.Reasons)) is { } silent)
            return new Refusal("step.reasons_missing", $"Expected reasons why row {silent.Row} steps back, but there are none.");
        return command.Recused.FirstOrDefault(r => r.Reasons.Length > Payload.LongestText) is { } lengthy
            ? new Refusal("step.reasons_too_long", $"Expected at most {Payload.LongestText} characters of reasons, but there are {lengthy.Reasons.Length}.")
            : null;
    }

    // A step that asked its rows and is over would never ask the row that comes instead.
    private static Refusal? Over(CaseLook look, string key)
    {
        var over = LotRows.Of(look.Process, key).FirstOrDefault(n => RowConditions.AreAsked(n) && look.State.Steps.GetValueOrDefault(n.Id) is { Status: not StepStatus.Open });
        return over is null ? null : new Refusal("lots.acted", $"Expected every step that asks the rows of {Quoted.Step(look, key)} to be open or still to come, but {Quoted.Step(look, over.Id)} is over.", "return the case to the draw");
    }

    // Where no step opens once per row drawn, anything done later may stand on those who were drawn.
    private static Refusal? Later(CaseLook look, string key)
    {
        var place = look.Process.PlaceOf(key)!;
        var later = look.State.Steps.Values.FirstOrDefault(s => look.Process.PlaceOf(s.Key) is { AnyTime: false } p && p.Order > place.Order && HasActed(s));
        return later is null ? null : new Refusal("lots.acted", $"Expected nobody to have acted since {Quoted.Step(look, key)}, but '{later.Key}' was.", "return the case to the draw");
    }

    private static string? Acted(CaseLook look, string draw, int row) =>
        LotRows.Of(look.Process, draw).Select(n => StepKeys.Row(n.Id, row)).FirstOrDefault(k => look.State.Steps.GetValueOrDefault(k) is { } step && HasActed(step));

    private static bool HasActed(StepState step) =>
        step.Proposed is not null || !step.Answers.IsEmpty || step.Sides.Any(s => s.Reply is not null) || step.Completed is { } done && !Stamp.NamesRule(done.By);

    private static int In(int row, ImmutableArray<Recusal> recused, ImmutableArray<int> substitutes) =>
        recused.Select(r => r.Row).ToImmutableArray().IndexOf(row) is >= 0 and var place ? substitutes[place] : row;

    private static void Close(CaseTurn turn, Redraw command)
    {
        foreach (var key in LotRows.Of(turn.Process, command.Step).SelectMany(n => command.Recused.Select(r => StepKeys.Row(n.Id, r.Row))))
            if (turn.State.Steps.GetValueOrDefault(key)?.Status == StepStatus.Open) Withdrawal.Withdraw(turn, key, "recused", turn.On);
    }
}
