using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>A way back.</summary>
/// <param name="From">The step that sends the case back.</param>
/// <param name="To">The step that runs again first.</param>
/// <param name="Outcome">The outcome that goes back; null where a person returns the case.</param>
/// <param name="Reasons">Why; null for an outcome.</param>
internal sealed record GoingBack(string From, string To, string? Outcome, string? Reasons)
{
    /// <summary>What puts the runs aside.</summary>
    internal PutAside Cause { get; init; } = PutAside.Returned;

    /// <summary>Steps whose results stand.</summary>
    internal ImmutableArray<string> Keep { get; init; } = [];
}

/// <summary>Going back: what ran since stays in the history, and runs again.</summary>
internal static class Supersession
{
    internal static Operation Operation { get; } = Operation.Of<Return>(Return, BuildsOn) with { AtTask = Offers };

    private static BuiltOn? BuildsOn(CaseLook look, Return command)
    {
        var opened = BuiltOn.Opened(look, command.From);
        if (command.Then == ReturnMode.StraightBack || look.Process.PlaceOf(command.To) is null)
            return opened;
        var again = Between(look, command.To).Select(k => look.State.Steps[k]);
        return BuiltOn.Latest(opened, BuiltOn.Runs(again, CaseRefusals.ActedAtWhatRunsAgain()));
    }

    private static IEnumerable<ActionOffer> Offers(CaseLook look, WorkNode node, StepState step)
    {
        if (step.Status != StepStatus.Open || OfficersRights.MayReturn(look, step.Key) is not null)
            return [];
        var who = StepGuards.MayWork(look, step.Key);
        return Targets(look, step.Key)
            .Select(to =>
                ActionOffer.To(look, "return", step.Key, to, who ?? MayReturn(look, step.Key, to)) with
                {
                    Choice = to,
                    Then = [.. Modes(look, step.Key)],
                }
            );
    }

    internal static void Back(CaseTurn turn, string from, string outcome, BackExit back)
    {
        if (back.StraightBack)
            StraightBack.Send(turn, from, back.To, outcome, null);
        else
            Supersede(turn, new GoingBack(from, back.To, outcome, null) { Keep = back.Keep }, RunsAgain(turn, from, outcome, back));
    }

    private static ImmutableArray<string> RunsAgain(CaseLook look, string from, string outcome, BackExit back) =>
        [
            .. Between(look, back.To)
                .Where(key => !back.Keep.Contains(key) || key == back.To)
                .Where(key => !back.OwnRows || !RowConditions.Stands(look, from, outcome, key)),
        ];

    internal static Refusal? Return(CaseTurn turn, Return command)
    {
        var refusal =
            StepGuards.MustBeOpen(turn, command.From)
            ?? StepGuards.MustBeYours(turn, command.From)
            ?? OfficersRights.MayReturn(turn, command.From)
            ?? MayReturn(turn, command.From, command.To)
            ?? Check(turn, command);
        if (refusal is null)
            Go(turn, command, command.Then ?? Modes(turn, command.From)[0]);
        return refusal;
    }

    private static void Go(CaseTurn turn, Return command, ReturnMode mode)
    {
        var (from, to, reasons) = (command.From, command.To, command.Reasons);
        if (mode == ReturnMode.StraightBack)
            StraightBack.Send(turn, from, to, null, reasons);
        else
            Supersede(turn, new GoingBack(from, to, null, reasons), [.. Between(turn, to)]);
    }

    private static Refusal? Check(CaseLook look, Return command)
    {
        var modes = Modes(look, command.From);
        if (command.Then is { } asked && !modes.Contains(asked))
            return ReturnRefusals.Mode(Naming.Step(look, command.From), modes[0]);
        return PlainText.IsBlank(command.Reasons) ? StepRefusals.ReasonsMissing(StepRefusals.AReturn(Naming.Step(look, command.To))) : null;
    }

    /// <summary>Returns how the case may go on after a return from a step; the first where nobody says.</summary>
    internal static IReadOnlyList<ReturnMode> Modes(CaseLook look, string from) => ReturnRules.Of(look.Definition, look.Process.Find(from));

    /// <summary>Returns the steps that the case may go back to from an open one, the nearest first.</summary>
    internal static IEnumerable<string> Targets(CaseLook look, string from)
    {
        if (look.Process.PlaceOf(from) is not { AnyTime: false } place)
            return [];
        return place
            .Around.Prepend(place)
            .SelectMany(p => p.List)
            .OfType<WorkNode>()
            .Select(n => n.Id)
            .Where(id => Order(look, id) < place.Order && look.Run(id)?.Status == StepStatus.Done)
            .OrderByDescending(id => Order(look, id));
    }

    private static int Order(CaseLook look, string key) => look.Process.PlaceOf(key)!.Order;

    internal static Refusal? MayReturn(CaseLook look, string from, string to)
    {
        var targets = Targets(look, from).ToList();
        return targets.Contains(to)
            ? Serving.StandsInTheWay(look, Between(look, to), to)
            : ReturnRefusals.Target(Naming.Step(look, from), Naming.Step(look, to), [.. targets.Select(t => Naming.Step(look, t))]);
    }

    /// <summary>Has a step run again because something that it was decided on is otherwise now.</summary>
    /// <param name="turn">The decision.</param>
    /// <param name="key">The step.</param>
    /// <param name="reasons">Why; null where nobody said it.</param>
    /// <param name="gone">The runs that are put aside.</param>
    internal static void Again(CaseTurn turn, string key, string? reasons, ImmutableArray<string> gone) =>
        Supersede(turn, new GoingBack(key, key, null, reasons) { Cause = PutAside.InputChanged }, gone);

    /// <summary>Puts runs aside: open work is closed, documents become void, moments lose their marks, clocks that these had stopped run again with their first start.</summary>
    internal static void Supersede(CaseTurn turn, GoingBack back, ImmutableArray<string> gone)
    {
        foreach (var key in gone.Where(k => k != back.From || back.Outcome is null).Where(k => turn.IsAtWorkAt(k)))
            Withdrawal.Withdraw(turn, key, back.Cause, turn.On);
        Undo(turn, back, gone);
    }

    private static void Undo(CaseTurn turn, GoingBack back, ImmutableArray<string> gone)
    {
        var undone = Undone(turn, back, gone);
        Voiding.Void(turn, d => d.Served is null && undone.Contains(d.Issued.Step), back.Cause);
        var moments = turn.State.Moments.Where(m => undone.Contains(m.Value.Step)).Select(m => m.Key).ToImmutableArray();
        foreach (var moment in moments)
            turn.Apply(new MomentUnmarked(moment));
        ImmutableArray<string> kept = [.. back.Keep.Intersect(gone)];
        turn.Apply(new StepsSuperseded(back.From, back.To, back.Outcome, gone, kept, back.Reasons, turn.On) { Cause = back.Cause });
    }

    // What the outcome that goes back made itself, such as the list of what to mend, stands; what was made in between is undone.
    private static HashSet<string> Undone(CaseLook look, GoingBack back, ImmutableArray<string> gone)
    {
        var undone = gone.ToHashSet(StringComparer.Ordinal);
        if (back.Outcome is not null && look.Process.Find(back.From) is { } node)
            undone.ExceptWith(Outline.All([node]).Select(n => n.Id));
        return undone;
    }

    /// <summary>Everything from the target on in its own list, with all that lies inside.</summary>
    internal static IEnumerable<string> Between(CaseLook look, string to)
    {
        var from = look.Process.PlaceOf(to)!.List.SkipWhile(n => n.Id != to);
        var ids = Outline.All(from).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return look
            .State.Steps.Keys.Where(k => ids.Contains(StepKey.IdOf(k)))
            .OrderBy(k => Order(look, k))
            .ThenBy(k => k, StringComparer.Ordinal);
    }
}
