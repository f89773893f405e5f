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
            When = Operation.CaseStanding.Open | Operation.CaseStanding.Concluding,
        };

    internal static Operation BackOperation { get; } =
        Operation.Of<UnconfirmParty>(TakeBack) with
        {
            OfCase = look =>
                look.State.Parties.Where(p => look.State.ConfirmedByOffice.Contains(p.Person) && look.State.IsOwnOf(p.Person))
                    .DistinctBy(p => p.Person)
                    .Select(p => new ActionOffer(
                        "unconfirm-party",
                        p.Person,
                        null,
                        new NameValue(p.Person, p.Name),
                        Actors.MustBeOfLead(look)
                    )),
            When = Operation.CaseStanding.Open | Operation.CaseStanding.Concluding,
        };

    /// <summary>Returns the parties of a case that is lodged. A case that is called has those of the case that called it.</summary>
    internal static ImmutableArray<PartyEntry> Of(CaseLook look, Lodge command) =>
        look.Stamp.IsRule || look.Stamp.Rules < RulesVersion.NamedParties
            ? [.. command.Parties.Select(p => p with { Since = null })]
            : [.. command.Parties.Select(p => Named(look, command, p))];

    private static PartyEntry Named(CaseLook look, Lodge command, PartyEntry party) =>
        party with
        {
            Unconfirmed = IsCertain(look, command, party) ? null : true,
            Since = null,
            ForOffice = LodgesForOffice(look, party) ? true : null,
        };

    // What an office begins by itself somebody lodges in its name, and is no party for that.
    private static bool LodgesForOffice(CaseLook look, PartyEntry party) =>
        look.Stamp.Rules >= RulesVersion.OwnRights
        && look.Stamp.Facts.Item is { ExOfficio: true }
        && party.Role == look.Definition.Parties[0].Role
        && Actors.Principal(look) is { } lodger
        && lodger.Id == party.Person
        && Entitlements.TakesPart(lodger, look.Stamp.Facts.Offices.Values);

    /// <summary>After an act: whoever acted as the party that another named is one, and has said so themselves.</summary>
    internal static void AfterAct(CaseTurn turn, CaseCommand command)
    {
        if (Actors.Principal(turn) is { IsPart: false } person && IsOfOthersWord(turn, person.Id) && ActedAsParty(turn, command, person))
            turn.Apply(new PartyConfirmed(person.Id, turn.Stamp.Actor, turn.On));
    }

    private static bool IsOfOthersWord(CaseLook look, string person) =>
        look.State.IsOnlyNamed(person) || (look.Stamp.Rules >= RulesVersion.OwnRights && look.State.ConfirmedByOffice.Contains(person));

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
        turn.Apply(
            new PartyUnconfirmed(command.Person, turn.Stamp.Actor, command.Reasons, turn.On)
            {
                Joined = HasJoined(turn.State, command.Person),
            }
        );
        return null;
    }

    private static bool? HasJoined(CaseState state, string person) =>
        state.Parties.Any(p => p.Person == person && p.Since is not null) ? true : null;

    private static Refusal? MayConfirm(CaseLook look, string person) =>
        IsOneself(look, person) ? null : Actors.MustBeOfLead(look) ?? MustVouch(look, person);

    /// <summary>
    /// Refuses to make an officer a party: only they themselves do, and the head of the leading office. A party does nothing for an
    /// office and sees nothing of its files, so whoever could name one could keep head, supervision and audit from a case.
    /// </summary>
    internal static Refusal? MustVouch(CaseLook look, string person) =>
        IsOneself(look, person) || !IsKnownOfficer(look, person) || Actors.MustLead(look) is null
            ? null
            : PartyRefusals.Officer(Naming.Person(look, person), Naming.Post(look, Actors.Head(look)));

    private static bool IsOneself(CaseLook look, string person) => Actors.Principal(look) is { IsPart: false } self && self.Id == person;

    private static bool IsKnownOfficer(CaseLook look, string person) =>
        look.Stamp.Rules >= RulesVersion.OwnRights && look.Stamp.Facts.People.Any(p => p.Id == person && !p.Posts.IsEmpty);

    private static IEnumerable<PartyEntry> OnlyNamed(CaseState state) =>
        state.Parties.Where(p => state.IsOnlyNamed(p.Person)).DistinctBy(p => p.Person);

    // An officer who lodges has the papers before them; a party who lodges answers for itself alone. Of another officer nobody is certain.
    private static bool IsCertain(CaseLook look, Lodge command, PartyEntry party) =>
        Actors.Principal(look) is { } lodger
        && (lodger.Id == party.Person || (!LodgesForItself(look, lodger, command) && !IsKnownOfficer(look, party.Person)));

    private static bool LodgesForItself(CaseLook look, PersonFact lodger, Lodge command) =>
        !lodger.IsPart && command.Parties.Any(p => p.Person == lodger.Id && !LodgesForOffice(look, p));

    private static bool ActedAsParty(CaseLook look, CaseCommand command, PersonFact person) =>
        !Entitlements.TakesPart(person, look.State.Offices.Values)
        || (
            command is IAtStep { Step: { } key }
            && look.State.Steps.GetValueOrDefault(key)?.Entitled.Any(e => e.Person == person.Id && !e.IsForOffice) == true
        );
}
