using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
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
        if (string.IsNullOrWhiteSpace(command.Reasons)) return StepRefusals.ReasonsMissing(TransferRefusals.HandingOver());
        var mine = Mine(turn, command.Step).Where(e => command.Participant is null || e.Key == command.Participant).ToList();
        if ((MustBeOne(turn, command, mine) ?? MayTake(turn, command, mine[0])) is { } not) return not;
        turn.Apply(new StepTransferred(command.Step, mine[0], mine[0] with { Person = command.Person }, turn.Stamp.Actor, command.Reasons));
        return null;
    }

    private static Refusal? MustBeOne(CaseLook look, Transfer command, List<Entitlement> mine)
    {
        var (step, actor) = (Naming.Step(look, command.Step), Naming.Actor(look));
        NameValue Participant(string key) => Naming.Participant(look, command.Step, key);
        return mine.Count switch
        {
            0 => TransferRefusals.NotTheirs(step, Participant(command.Participant!), actor),
            1 => null,
            _ => StepRefusals.ParticipantUnclear(actor, mine.Select(e => Participant(e.Key))),
        };
    }

    /// <summary>Whether the actor may hand over a task at a step at all.</summary>
    internal static Refusal? MayTransfer(CaseLook look, string key) =>
        StepGuards.MustBeOpen(look, key)
        ?? Signing.MustBeOpened(look, key)
        ?? (Mine(look, key).Any() ? null : TransferRefusals.NotYours(Naming.Step(look, key), Naming.Actor(look)));

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
            return TransferRefusals.OtherOffice(Naming.Post(look, entitled with { Person = null }), Naming.Person(person));
        if (entitled.Person == command.Person) return DrawingInRefusals.AlreadyThere(Naming.Step(look, command.Step), Naming.Person(person));
        var step = look.State.Steps[command.Step];
        if (DrawingIn.IsOnRoll(look, step with { Entitled = step.Entitled.Remove(entitled) }, person))
            return DrawingInRefusals.AnswersAlready(Naming.Step(look, command.Step), Naming.Person(person));
        if (look.State.Parties.Any(p => p.Person == command.Person)) return DrawingInRefusals.IsParty(Naming.Person(person));
        return look.Process.Find(command.Step) is WorkNode node ? Actors.Separation(look, node, [command.Person]) : null;
    }
}
