using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Hands a task over for good 转办: by its holder, or by a leader of the holder's organisation for one who is absent or has left.</summary>
internal static class Transferring
{
    internal static Operation Operation { get; } = Operation.Of<Transfer>(Transfer, (look, c) => BuiltOn.Opened(look, c.Step)) with
    {
        AtTask = (look, _, step) => step.Status != StepStatus.Open ? [] : [ActionOffer.At("transfer", step.Key, MayTransfer(look, step.Key))],
    };

    private static readonly string[] Leaders = ["office-leader", "leader", "chief"];

    internal static Refusal? Transfer(CaseTurn turn, Transfer command)
    {
        if (MayTransfer(turn, command.Step) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", "Expected reasons for handing the task over, but there are none.");
        var mine = Mine(turn, command.Step).Where(e => command.Participant is null || e.Key == command.Participant).ToList();
        if (mine.Count == 0) return new Refusal("step.not_yours", $"Expected the task of '{command.Participant}' at {Quoted.Step(turn, command.Step)} to be {turn.Stamp.Actor}'s to hand over, but it is not.");
        if (mine.Count > 1) return new Refusal("step.participant_unclear", $"Expected one task, but {turn.Stamp.Actor} may hand over {string.Join(" and ", mine.Select(e => e.Key))}.", "name the participant");
        if (MayTake(turn, command, mine[0]) is { } not) return not;
        turn.Apply(new StepTransferred(command.Step, mine[0], mine[0] with { Person = command.Person }, turn.Stamp.Actor, command.Reasons));
        return null;
    }

    /// <summary>Whether the actor may hand over a task at a step at all.</summary>
    internal static Refusal? MayTransfer(CaseLook look, string key) =>
        StepGuards.MustBeOpen(look, key)
        ?? Signing.MustBeOpened(look, key)
        ?? (Mine(look, key).Any() ? null : new Refusal("step.not_yours", $"Expected a post's task at {Quoted.Step(look, key)} that is {look.Stamp.Actor}'s to hand over, but there is none.", "its holder, or a leader of the holder's office"));

    // Entitlements of a post; what a party has to do is nobody else's.
    private static IEnumerable<Entitlement> Mine(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step ? []
        : step.Entitled.Where(e => e is { Organisation: { } organisation, Role: not null } && step.Answers.All(a => a.Participant != e.Key)
            && (IsHolder(look, step, e) || Leaders.Any(role => Actors.Admitted(look, new Entitlement("", organisation, role, null)))));

    private static bool IsHolder(CaseLook look, StepState step, Entitlement entitled) =>
        Actors.Admitted(look, entitled) && (step.ClaimedBy is null || step.ClaimedBy == look.Stamp.Actor || step.ClaimedBy == look.Stamp.For);

    private static Refusal? MayTake(CaseLook look, Transfer command, Entitlement entitled)
    {
        if (Actors.Find(look, command.Person) is not { } person) return Actors.Unknown(command.Person);
        if (person.Posts.All(p => p.Organisation != entitled.Organisation))
            return new Refusal("transfer.other_office", $"Expected a colleague of {entitled.Key}, but {person.Name} holds no post there.", "a matter of another office is returned or sent on by the process");
        if (entitled.Person == command.Person) return new Refusal("person.already_there", $"Expected somebody else at {Quoted.Step(look, command.Step)}, but {person.Name} is there already.");
        var step = look.State.Steps[command.Step];
        if (DrawingIn.IsOnRoll(look, step with { Entitled = step.Entitled.Remove(entitled) }, person))
            return new Refusal("person.already_there", $"Expected somebody who does not answer at {Quoted.Step(look, command.Step)} already, but {person.Name} does.", "one person has one voice");
        if (look.State.Parties.Any(p => p.Person == command.Person)) return new Refusal("person.party", $"Expected somebody who is no party of the case, but {person.Name} is.");
        return look.Process.Find(command.Step) is WorkNode node ? Actors.Separation(look, node, [command.Person]) : null;
    }
}
