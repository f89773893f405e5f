using Workflow.Engine.Deciding.Parties;
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
    internal static Operation Operation { get; } =
        Operation.Of<Transfer>(Transfer, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, _, step) =>
                step.Status == StepStatus.Open ? [ActionOffer.At("transfer", step.Key, MayTransfer(look, step.Key))] : [],
        };

    internal static Refusal? Transfer(CaseTurn turn, Transfer command)
    {
        if (MayTransfer(turn, command.Step) is { } refusal)
            return refusal;
        if (PlainText.IsBlank(command.Reasons))
            return StepRefusals.ReasonsMissing(HandoverRefusals.HandingOver());
        var mine = Mine(turn, command.Step).Where(e => command.Participant is null || e.Key == command.Participant).ToList();
        if ((MustBeOne(turn, command, mine) ?? MayTake(turn, command, mine[0])) is { } not)
            return not;
        turn.Apply(new StepTransferred(command.Step, mine[0], mine[0] with { Person = command.Person }, turn.Stamp.Actor, command.Reasons));
        return null;
    }

    private static Refusal? MustBeOne(CaseLook look, Transfer command, List<Entitlement> mine)
    {
        var (step, actor) = (Naming.Step(look, command.Step), Naming.Actor(look));
        NameValue Participant(string key) => Naming.Participant(look, command.Step, key);
        return mine.Count switch
        {
            0 => HandoverRefusals.NotTheirs(step, Participant(command.Participant!), actor),
            1 => null,
            _ => StepRefusals.ParticipantUnclear(actor, mine.Select(e => Participant(e.Key))),
        };
    }

    /// <summary>Whether the actor may hand over a task at a step at all.</summary>
    internal static Refusal? MayTransfer(CaseLook look, string key) =>
        StepGuards.MustBeOpen(look, key)
        ?? Signing.MustBeOpened(look, key)
        ?? (
            Mine(look, key).Any()
                ? null
                : OwnCase.OfOfficer(look, key) ?? HandoverRefusals.NotYours(Naming.Step(look, key), Naming.Actor(look))
        );

    // Entitlements of a post; what a party has to do is nobody else's.
    private static IEnumerable<Entitlement> Mine(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step
            ? []
            : step
                .Entitled.Where(e => e is { Organisation: not null, Role: not null })
                .Where(e => step.Answers.All(a => a.Participant != e.Key))
                .Where(e => IsHolder(look, step, e) || LeadsOffice(look, e.Organisation!));

    private static bool LeadsOffice(CaseLook look, string organisation) =>
        Roles.Leading.Any(role => Actors.Admitted(look, new Entitlement("", organisation, role, null)));

    private static bool IsHolder(CaseLook look, StepState step, Entitlement entitled) =>
        Actors.Admitted(look, step.Key, entitled) && (Leavers.Claimant(look, step) is null || Visitors.IsDoer(look, step.ClaimedBy));

    private static Refusal? MayTake(CaseLook look, Transfer command, Entitlement entitled)
    {
        if (Actors.Find(look, command.Person) is not { } person)
            return Actors.Unknown(command.Person);
        if (IsTooFar(entitled, person))
            return HandoverRefusals.OtherOffice(Naming.Post(look, entitled with { Person = null }), Naming.Person(person));
        return MustBeAnother(look, command.Step, entitled, person)
            ?? Involving.MustBeSilent(look, command.Step, command.Person)
            ?? Involving.MustBeNoParty(look, person)
            ?? Involving.MustBeApart(look, command.Step, command.Person);
    }

    // A task goes round within the office; a seat is only for whoever holds the post.
    private static bool IsTooFar(Entitlement entitled, PersonFact person) =>
        Seat.Is(entitled.Key) ? !entitled.AdmitsColleague(person) : person.Posts.All(p => p.Organisation != entitled.Organisation);

    // A leader may take the task of somebody absent; whoever has it gains nothing by handing it to themselves.
    private static bool IsOneself(CaseLook look, StepState step, Entitlement entitled, PersonFact person) =>
        Visitors.IsDoer(look, person.Id) && IsHolder(look, step, entitled);

    private static Refusal? MustBeAnother(CaseLook look, string key, Entitlement entitled, PersonFact person)
    {
        var (at, who, step) = (Naming.Step(look, key), Naming.Person(person), look.State.Steps[key]);
        var others = step with { Entitled = step.Entitled.Remove(entitled) };
        return entitled.Person == person.Id || IsOneself(look, step, entitled, person) ? InvolvingRefusals.AlreadyThere(at, who)
            : Involving.IsOnRoll(look, others, person) ? InvolvingRefusals.AnswersAlready(at, who)
            : null;
    }
}
