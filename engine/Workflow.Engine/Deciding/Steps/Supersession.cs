using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Going back: what ran since stays in the history, and runs again.</summary>
internal static class Supersession
{
    internal static void Back(CaseTurn turn, string from, string outcome, BackExit back)
    {
        if (back.StraightBack) StraightBack.Send(turn, from, back.To, outcome, null);
        else Supersede(turn, from, back.To, outcome, [.. Between(turn, back.To).Where(key => (!back.Keep.Contains(key) || key == back.To) && !(back.OwnRows && RowConditions.Stands(turn, from, outcome, key)))], back.Keep, null);
    }

    internal static Refusal? Return(CaseTurn turn, Return command)
    {
        if ((StepGuards.MustBeOpen(turn, command.From) ?? StepGuards.MustBeYours(turn, command.From)) is { } refusal) return refusal;
        if (MayReturn(turn, command.From, command.To) is { } no) return no;
        var modes = Modes(turn, command.From);
        if (command.Then is { } asked && !modes.Contains(asked)) return NotThatWay(turn, command.From, modes[0]);
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", "Expected reasons for the return, but there are none.");
        if ((command.Then ?? modes[0]) == ReturnMode.StraightBack) StraightBack.Send(turn, command.From, command.To, null, command.Reasons);
        else Supersede(turn, command.From, command.To, null, [.. Between(turn, command.To)], [], command.Reasons);
        return null;
    }

    /// <summary>Returns how the case may go on after a return from a step; the first where nobody says.</summary>
    internal static IReadOnlyList<ReturnMode> Modes(CaseLook look, string from) => ReturnRules.Of(look.Definition, look.Process.Find(from));

    private static Refusal NotThatWay(CaseLook look, string from, ReturnMode only) => only == ReturnMode.StraightBack
        ? new("return.mode", $"Expected a return from {Quoted.Step(look, from)} that comes straight back, as the process says, but it was to run everything again.", "leave the mode out, or say straight-back")
        : new("return.mode", $"Expected a return from {Quoted.Step(look, from)} that runs everything again, as the process says, but it was to come straight back.", "leave the mode out, or say re-run");

    /// <summary>Returns the steps that the case may go back to from an open one, the nearest first.</summary>
    internal static IEnumerable<string> Targets(CaseLook look, string from) =>
        look.Process.PlaceOf(from) is not { AnyTime: false } place ? []
        : place.Around.Prepend(place).SelectMany(p => p.List).Where(n => n is WorkNode && look.Process.PlaceOf(n.Id)!.Order < place.Order)
            .Where(n => look.State.Steps.GetValueOrDefault(n.Id)?.Status == StepStatus.Done).OrderByDescending(n => look.Process.PlaceOf(n.Id)!.Order).Select(n => n.Id);

    internal static Refusal? MayReturn(CaseLook look, string from, string to)
    {
        if (!Targets(look, from).Contains(to))
            return new Refusal("return.target", $"Expected an earlier, finished step in the same branch or around it, but {Quoted.Step(look, to)} is none for {Quoted.Step(look, from)}.", WayBack(look, from));
        return Serving.StandsInTheWay(look, Between(look, to), to);
    }

    private static string WayBack(CaseLook look, string from) =>
        string.Join(", ", Targets(look, from)) is { Length: > 0 } targets ? $"one of {targets}" : "nothing before it is finished; the head of the leading office may jump, suspend or terminate";

    /// <summary>Puts runs aside: open work is closed, documents become void, moments lose their marks, clocks that these had stopped run again with their first start.</summary>
    internal static void Supersede(CaseTurn turn, string from, string to, string? outcome, ImmutableArray<string> gone, ImmutableArray<string> keep, string? reasons)
    {
        var own = turn.Process.Find(from) is { } node ? Outline.All([node]).Select(n => n.Id).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var key in gone.Where(k => turn.State.Steps[k].Status is StepStatus.Open or StepStatus.Following && (k != from || outcome is null)))
            Withdrawal.Withdraw(turn, key, "returned", turn.On);
        Void(turn, gone, own, outcome);
        var moments = turn.State.Moments.Where(m => gone.Contains(m.Value.Step) && (outcome is null || !own.Contains(m.Value.Step))).Select(m => m.Key).ToImmutableArray();
        foreach (var moment in moments) turn.Apply(new MomentUnmarked(moment));
        turn.Apply(new StepsSuperseded(from, to, outcome, gone, [.. keep.Intersect(gone)], reasons, turn.On));
        ClockKeeper.OnUnmarked(turn, moments);
    }

    // What the outcome that goes back made itself, such as the list of what to mend, stands; what was made in between and not served is void.
    private static void Void(CaseTurn turn, ImmutableArray<string> gone, HashSet<string> own, string? outcome) =>
        Voiding.Void(turn, d => gone.Contains(d.Issued.Step) && d.Served is null && (outcome is null || !own.Contains(d.Issued.Step)), "returned");

    /// <summary>Everything from the target on in its own list, with all that lies inside.</summary>
    internal static IEnumerable<string> Between(CaseLook look, string to)
    {
        var place = look.Process.PlaceOf(to)!;
        var ids = Outline.All(place.List.SkipWhile(n => n.Id != to)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return look.State.Steps.Keys.Where(k => ids.Contains(PublishedProcess.IdOf(k))).OrderBy(k => look.Process.PlaceOf(k)!.Order).ThenBy(k => k, StringComparer.Ordinal);
    }
}
