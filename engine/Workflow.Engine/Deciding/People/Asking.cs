using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Asks others: for an opinion 征求意见, or to do the work 委派; and takes that back.</summary>
internal static class Asking
{
    internal static Operation EntrustOperation { get; } =
        Operation.Of<Entrust>(Entrust, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, _, step) =>
                step.Status == StepStatus.Open ? [ActionOffer.At("delegate", step.Key, MayEntrust(look, step.Key))] : [],
        };

    internal static Operation ConsultOperation { get; } =
        Operation.Of<Consult>(Consult, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, _, step) => step.Status != StepStatus.Open ? [] : [ActionOffer.At("consult", step.Key, MayAsk(look, step.Key))],
        };

    internal static Operation RecallOperation { get; } =
        Operation.Of<Recall>(Recall, (look, c) => BuiltOn.Asked(look, c.Step, t => t.Number == c.Number)) with
        {
            AtTask = Recalls,
        };

    private static IEnumerable<ActionOffer> Recalls(CaseLook look, WorkNode node, StepState step) =>
        step.Status != StepStatus.Open
            ? []
            : step
                .Sides.Where(Recallable)
                .Select(task =>
                    ActionOffer.At(
                        "recall",
                        step.Key,
                        StepGuards.MustBeOpen(look, step.Key) ?? Involving.MayRecall(look, step.Key, task),
                        $"{task.Number}"
                    )
                );

    internal static Refusal? Consult(CaseTurn turn, Consult command)
    {
        if (MayAsk(turn, command.Step) is { } refusal)
            return refusal;
        if (PlainText.IsBlank(command.Question))
            return AskingRefusals.Empty();
        var (who, wrong) = Asked(turn, command);
        if (who is null)
            return wrong;
        Involving.Ask(turn, command.Step, SideKind.Consult, who, command.Question);
        return null;
    }

    internal static Refusal? Entrust(CaseTurn turn, Entrust command)
    {
        if (MayEntrust(turn, command.Step) is { } refusal)
            return refusal;
        if (Involving.MayInvolve(turn, command.Step, command.Person) is { } not)
            return not;
        Involving.Ask(turn, command.Step, SideKind.Work, Entitlement.OfPerson(command.Person), command.Words);
        return null;
    }

    internal static Refusal? Recall(CaseTurn turn, Recall command)
    {
        if (StepGuards.MustBeOpen(turn, command.Step) is { } closed)
            return closed;
        var sides = turn.State.Steps.GetValueOrDefault(command.Step)?.Sides ?? [];
        if (sides.FirstOrDefault(t => t.Number == command.Number && Recallable(t)) is not { } task)
            return SideRefusals.Unknown(Naming.Step(turn, command.Step), command.Number);
        if (Involving.MayRecall(turn, command.Step, task) is { } refusal)
            return refusal;
        turn.Apply(new SideRecalled(command.Step, task.Number, turn.Stamp.Actor, null));
        return null;
    }

    /// <summary>Whether the actor may ask for opinions at a step.</summary>
    internal static Refusal? MayAsk(CaseLook look, string key) =>
        StepGuards.MustBeOpen(look, key)
        ?? (Involving.IsOfOffice(look, key) ? null : AskingRefusals.NotHere(Naming.Step(look, key)))
        ?? Signing.MustBeOpened(look, key)
        ?? StepGuards.MustBeYours(look, key)
        ?? OfficersRights.Check(look, key);

    /// <summary>Whether the actor may have somebody else do the work of a step.</summary>
    internal static Refusal? MayEntrust(CaseLook look, string key)
    {
        if (MayAsk(look, key) is { } refusal)
            return refusal;
        if (look.Process.Find(key) is JointNode)
            return AskingRefusals.Joint(Naming.Step(look, key));
        var step = look.State.Steps[key];
        return Turns.HolderWaits(step) && FirstSigner(look, step) is { } first
            ? StepRefusals.SignerWaits(Naming.Step(look, key), Naming.Post(look, first.Who))
            : null;
    }

    private static SideTask? FirstSigner(CaseLook look, StepState step) =>
        Turns.Asked(look.Process, step).FirstOrDefault(t => t.Kind != SideKind.Consult);

    /// <summary>Whether a request can be taken back; signers are taken off instead.</summary>
    internal static bool Recallable(SideTask task) => task is { IsOpen: true, Kind: SideKind.Consult or SideKind.Work };

    private static (Entitlement? Who, Refusal? Wrong) Asked(CaseLook look, Consult command)
    {
        if (command.Person is { } person)
            return Involving.MayInvolve(look, command.Step, person) is { } not ? (null, not) : (Entitlement.OfPerson(person), null);
        if (command is not { Office: { } office, Role: { } role })
            return (null, AskingRefusals.Nobody());
        return look.State.Offices.TryGetValue(office, out var organisation)
            ? (new Entitlement("", organisation, role, null), null)
            : (null, AskingRefusals.UnknownOffice(Naming.Process(look.Definition), office, look.Definition.Offices.Select(Naming.Office)));
    }
}
