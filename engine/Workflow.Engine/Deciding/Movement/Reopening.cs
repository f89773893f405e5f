using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>
/// Opens a concluded case again as a court or a reconsideration organ ordered 重新办理. The order lies in the case, and the parties are
/// told. What ran since the step is superseded, and nothing counts from a day before the order.
/// </summary>
internal static class Reopening
{
    internal static Operation Operation { get; } =
        Operation.Of<ReopenCase>(Reopen, (look, _) => BuiltOn.Conclusion(look)) with
        {
            OfCase = look => Targets(look).Select(to => ActionOffer.To(look, "reopen", null, to, MayReopen(look, to)) with { Choice = to }),
            When = Operation.CaseStanding.Concluded,
        };

    internal static Refusal? Reopen(CaseTurn turn, ReopenCase command)
    {
        if (MayReopen(turn, command.Step) is { } refusal)
            return refusal;
        if (ByOrder.Check(command.Document, command.Reasons, Acts.Reopen) is { } missing)
            return missing;
        if (ByOrder.Attached(turn, command.Document, Acts.Reopen) is { } words)
            return words;
        turn.Apply(new CaseReopened(command.Step, command.Document, command.Reasons, turn.On));
        Notifying.TellParties(
            turn,
            $"依据《{command.Document}》，本案自“{Naming.Step(turn, command.Step).Zh}”起重新办理。",
            command.Document
        );
        SetAside(turn, command);
        return null;
    }

    private static void SetAside(CaseTurn turn, ReopenCase command)
    {
        Withdrawal.WithdrawAll(turn, PutAside.Reopened);
        ImmutableArray<string> gone =
        [
            .. Supersession.Between(turn, command.Step).Union(Endings(turn)),
            .. turn.State.Steps.Keys.Where(turn.Process.IsAfter),
        ];
        Voiding.Void(turn, d => gone.Contains(d.Issued.Step), PutAside.Reopened);
        Unmarking.Unmark(turn, gone.Contains);
        turn.Apply(new StepsSuperseded(command.Step, command.Step, null, gone, [], command.Reasons, turn.On) { Cause = PutAside.Reopened });
    }

    // What ended the case at any time, such as a termination, goes with its end: nothing that follows from it holds any more.
    private static IEnumerable<string> Endings(CaseLook look) =>
        look.State.Steps.Values.Where(s => s.Status == StepStatus.Done && HasEnded(look, s)).Select(s => s.Key);

    private static bool HasEnded(CaseLook look, StepState step) =>
        look.Process.Find(step.Key) is WorkNode node && node.Outcomes.Any(o => o.Id == step.Outcome && o.Exit is EndExit);

    /// <summary>Returns the steps at which a concluded case may start again: those of the top list that have run, apart from a service of what everybody has.</summary>
    internal static IEnumerable<string> Targets(CaseLook look) =>
        look.Definition.Steps.OfType<WorkNode>().Where(n => HasRun(look, n) && !ServiceNeeds.HasNothingToServe(look, n)).Select(n => n.Id);

    internal static Refusal? MayReopen(CaseLook look, string key)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        var number = look.State.Number;
        if (look.IsOpen)
            return WholeCaseRefusals.NotConcluded(number, Acts.Reopen);
        if (look.State.Parent is { } parent)
            return ReopenRefusals.Called(number, parent.Case);
        var targets = Targets(look).ToList();
        return targets.Contains(key)
            ? null
            : ReopenRefusals.Target(Naming.Step(look, key), MessageValue.List(targets.Select(t => Naming.Step(look, t))));
    }

    private static bool HasRun(CaseLook look, Node node) =>
        look.State.Steps.GetValueOrDefault(node.Id)?.Status is StepStatus.Done or StepStatus.Withdrawn;
}
