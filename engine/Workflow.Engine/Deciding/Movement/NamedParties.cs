using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Who is a party only because another party says so, and how it becomes certain: by an officer, by the person, or by what the person does as a party.</summary>
internal static class NamedParties
{
    internal static Operation Operation { get; } =
        Operation.Of<ConfirmParty>(Confirm) with
        {
            OfCase = look =>
                OnlyNamed(look.State)
                    .Select(p => new ActionOffer(
                        "confirm-party",
                        p.Person,
                        null,
                        new NameValue(p.Person, p.Name),
                        MayConfirm(look, p.Person)
                    )),
            When = Operation.CaseStanding.AtWork | Operation.CaseStanding.Concluding,
        };

    internal static Operation BackOperation { get; } =
        Operation.Of<UnconfirmParty>(TakeBack) with
        {
            OfCase = look =>
                look.State.Parties.Where(p => look.State.ConfirmedByOffice.Contains(p.Person))
                    .DistinctBy(p => p.Person)
                    .Select(p => new ActionOffer(
                        "unconfirm-party",
                        p.Person,
                        null,
                        new NameValue(p.Person, p.Name),
                        Actors.MustBeOfLead(look)
                    )),
            When = Operation.CaseStanding.AtWork | Operation.CaseStanding.Concluding,
        };

    /// <summary>Returns the parties of a case that is lodged. A case that is called has those of the case that called it.</summary>
    internal static ImmutableArray<PartyEntry> Of(CaseLook look, Lodge command) =>
        look.Stamp.IsRule || look.Stamp.Rules < RulesVersion.NamedParties
            ? [.. command.Parties.Select(p => p with { Since = null })]
            : [.. command.Parties.Select(p => p with { Unconfirmed = IsCertain(look, command, p) ? null : true, Since = null })];

    /// <summary>After an act: whoever acted as the party that another named is one.</summary>
    internal static void AfterAct(CaseTurn turn, CaseCommand command)
    {
        if (Actors.Principal(turn) is { IsPart: false } person && turn.State.IsOnlyNamed(person.Id) && ActedAsParty(turn, command, person))
            turn.Apply(new PartyConfirmed(person.Id, turn.Stamp.Actor, turn.On));
    }

    private static Refusal? Confirm(CaseTurn turn, ConfirmParty command)
    {
        if (MayConfirm(turn, command.Person) is { } refusal)
            return refusal;
        if (!turn.State.IsOnlyNamed(command.Person))
            return turn.State.IsOwnOf(command.Person)
                ? PartyRefusals.Confirmed(Naming.Person(turn, command.Person))
                : PartyRefusals.Nobody(command.Person);
        turn.Apply(new PartyConfirmed(command.Person, turn.Stamp.Actor, turn.On) { Reasons = command.Reasons });
        return null;
    }

    // What the person has accepted, or done as a party, no officer takes back.
    private static Refusal? TakeBack(CaseTurn turn, UnconfirmParty command)
    {
        if (Actors.MustBeOfLead(turn) is { } notYours)
            return notYours;
        if (!turn.State.ConfirmedByOffice.Contains(command.Person))
            return PartyRefusals.NotConfirmed(Naming.Person(turn, command.Person));
        if (Grounds.Reasons(command.Reasons, Acts.UnconfirmParty) is { } missing)
            return missing;
        turn.Apply(new PartyUnconfirmed(command.Person, turn.Stamp.Actor, command.Reasons, turn.On));
        return null;
    }

    private static Refusal? MayConfirm(CaseLook look, string person) =>
        Actors.Principal(look) is { IsPart: false } self && self.Id == person ? null : Actors.MustBeOfLead(look);

    private static IEnumerable<PartyEntry> OnlyNamed(CaseState state) =>
        state.Parties.Where(p => state.IsOnlyNamed(p.Person)).DistinctBy(p => p.Person);

    // An officer who lodges has the papers before them; a party who lodges answers for itself alone.
    private static bool IsCertain(CaseLook look, Lodge command, PartyEntry party) =>
        Actors.Principal(look) is { } lodger && (lodger.Id == party.Person || !Lodging.IsParty(lodger, command));

    private static bool ActedAsParty(CaseLook look, CaseCommand command, PersonFact person) =>
        !Entitlements.TakesPart(person, look.State.Offices.Values)
        || (
            command is IAtStep { Step: { } key }
            && look.State.Steps.GetValueOrDefault(key)?.Entitled.Any(e => e.Person == person.Id && !e.IsForOffice) == true
        );
}
