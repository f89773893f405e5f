using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Parties;

/// <summary>
/// A party joins a running case 追加当事人: the leading office found it and says why. From then on it is a party like any other.
/// What was done, left out or voted on before stays; what its role is still to do is its own too.
/// </summary>
internal static class AddingParties
{
    internal static Operation Operation { get; } =
        Operation.Of<AddParty>(Add, (look, _) => BuiltOn.Whole(look)) with
        {
            OfCase = look => look.Definition.Parties.Select(p => new ActionOffer("add-party", p.Role, null, p.Named(), MayAdd(look))),
            When = Operation.CaseStanding.Open,
        };

    private static Refusal? Add(CaseTurn turn, AddParty command)
    {
        if (MayAdd(turn) is { } notNow)
            return notNow;
        var window = Visitors.Window(turn, turn.State.Offices.Values);
        var party = Visitors.Numbered(turn.State, [command.Entry], window)[0] with { Since = turn.On };
        if (
            (
                Visitors.Check(turn, [command.Entry], window)
                ?? Unfit(turn, party)
                ?? Vouching.Check(turn, party.Person)
                ?? ByOrder.Reasons(command.Reasons, Acts.AddParty)
            ) is
            { } refusal
        )
            return refusal;
        turn.Apply(new PartyAdded(party, Waiting(turn, party), turn.Stamp.Actor, command.Reasons));
        return null;
    }

    private static Refusal? MayAdd(CaseLook look) => Actors.MustBeOfLead(look) ?? Lengths.MayTakeAParty(look);

    private static Refusal? Unfit(CaseLook look, PartyEntry party) =>
        Fitness.Unfit(look.Definition, party)
        ?? Lengths.Parties(look, look.State.Parties.Add(party))
        ?? (party.Window is null && Actors.Find(look, party.Person) is null ? Actors.Unknown(party.Person) : null)
        ?? (look.State.Parties.Any(p => IsSame(p, party)) ? PartyRefusals.Already(party.Name, Naming.Party(look, party.Role)) : null);

    // One person joins in a role once, under whatever name; a visitor is known by the name alone.
    private static bool IsSame(PartyEntry one, PartyEntry other) =>
        other.Window is not null ? (one.Role, one.Name) == (other.Role, other.Name) : (one.Role, one.Person) == (other.Role, other.Person);

    // The roll of a joint review stands as it was when it opened.
    private static ImmutableArray<string> Waiting(CaseLook look, PartyEntry party) =>
        [
            .. Leavers
                .Open(look.State)
                .Where(s => look.Process.Find(s.Key) is StepNode { By: PartyRole role } && role.Role == party.Role && IsNew(s, party))
                .Select(s => s.Key),
        ];

    private static bool IsNew(StepState step, PartyEntry party) => step.Entitled.All(e => e.Person != party.Person);
}
