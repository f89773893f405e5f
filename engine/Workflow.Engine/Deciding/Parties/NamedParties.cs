using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Parties;

/// <summary>Who is a party only because another party says so, and how it becomes certain: by an officer, by the person, or by what the person does as a party.</summary>
internal static class NamedParties
{
    internal static Operation Operation { get; } =
        Operation.Of<ConfirmParty>(Confirm) with
        {
            OfCase = look =>
                look.State.Parties.Where(p => IsToConfirm(look, p.Person))
                    .DistinctBy(p => p.Person)
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
                look.State.Parties.Where(p =>
                        (look.State.ConfirmedByOffice.Contains(p.Person) || MayDeny(look, p.Person)) && look.State.IsOwnOf(p.Person)
                    )
                    .DistinctBy(p => p.Person)
                    .Select(p => new ActionOffer(
                        "unconfirm-party",
                        p.Person,
                        null,
                        new NameValue(p.Person, p.Name),
                        MayTakeBack(look, p.Person)
                    )),
            When = Operation.CaseStanding.Open | Operation.CaseStanding.Concluding,
        };

    /// <summary>Returns the parties of a case that is lodged. A case that is called has those of the case that called it.</summary>
    internal static ImmutableArray<PartyEntry> Of(CaseLook look, Lodge command) =>
        look.Stamp.IsRule
            ? [.. command.Parties.Select(p => p with { Since = null })]
            : Visitors.Numbered(look.State, Told(look, command), Visitors.Window(look, look.Stamp.Facts.Offices.Values));

    private static ImmutableArray<PartyEntry> Told(CaseLook look, Lodge command) =>
        [.. command.Parties.Select(p => Named(look, command, p))];

    /// <summary>Returns the parties of a case that is taken over: the head of the leading office answers for who is one, but of supervision and audit only they themselves.</summary>
    internal static ImmutableArray<PartyEntry> Told(CaseLook look, AdoptCase command) =>
        Visitors.NumberedAsTold(
            look,
            [
                .. command.Parties.Select(p =>
                    p with
                    {
                        Unconfirmed = Vouching.Oversees(look, p.Person) && !Vouching.IsOneself(look, p.Person) ? true : null,
                        Since = null,
                    }
                ),
            ]
        );

    /// <summary>Whether the lodger takes in visitors: an officer, and nobody who is a party beside them.</summary>
    internal static Post? Window(CaseLook look, Lodge command) =>
        Actors.Principal(look) is { } lodger && !LodgesForItself(look, lodger, command)
            ? Visitors.Window(look, look.Stamp.Facts.Offices.Values)
            : null;

    private static PartyEntry Named(CaseLook look, Lodge command, PartyEntry party) =>
        party with
        {
            Unconfirmed = IsCertain(look, command, party) ? null : true,
            Since = null,
            ForOffice = LodgesForOffice(look, party) ? true : null,
        };

    // What an office begins by itself somebody lodges in its name, and is no party for that.
    private static bool LodgesForOffice(CaseLook look, PartyEntry party) =>
        look.Stamp.Facts.Item is { ExOfficio: true }
        && party.Role == look.Definition.Parties[0].Role
        && Actors.Principal(look) is { } lodger
        && lodger.Id == party.Person
        && Entitlements.TakesPart(lodger, look.Stamp.Facts.Offices.Values);

    /// <summary>After an act: whoever acted as the party that another named is one, and has said so themselves.</summary>
    internal static void AfterAct(CaseTurn turn, CaseCommand command)
    {
        if (Actors.Principal(turn) is not { } person || !Vouching.IsOneself(turn, person.Id))
            return;
        if (IsOfOthersWord(turn, person.Id) && ActedAsParty(turn, command, person))
            turn.Apply(new PartyConfirmed(person.Id, By(turn, person.Id), turn.On));
    }

    // A visitor is there by what an officer saw and has on paper.
    private static bool IsOfOthersWord(CaseLook look, string person) =>
        !VisitorId.Is(person) && (look.State.IsOnlyNamed(person) || look.State.ConfirmedByOffice.Contains(person));

    private static Refusal? Confirm(CaseTurn turn, ConfirmParty command)
    {
        if (MayConfirm(turn, command.Person) is { } refusal)
            return refusal;
        if (!IsToConfirm(turn, command.Person))
            return turn.State.IsOwnOf(command.Person)
                ? PartyRefusals.Confirmed(Naming.Person(turn, command.Person))
                : PartyRefusals.Nobody(command.Person);
        turn.Apply(new PartyConfirmed(command.Person, By(turn, command.Person), turn.On) { Reasons = command.Reasons });
        return null;
    }

    // What a deputy says for somebody is their word, and not that of an office.
    private static string By(CaseLook look, string person) => Vouching.IsOneself(look, person) ? person : look.Stamp.Actor;

    // Whoever said so themselves is one for certain, and the office may vouch for them too; of several who were named together at the
    // window it confirms who acts for all.
    private static bool IsToConfirm(CaseLook look, string person) =>
        look.State.IsOnlyNamed(person)
        || (
            (look.State.ConfirmedByThemselves.Contains(person) || look.State.NamedTogether.Contains(person))
            && !Vouching.IsOneself(look, person)
        );

    // What the person has accepted, or done as a party, no officer takes back.
    private static Refusal? TakeBack(CaseTurn turn, UnconfirmParty command)
    {
        if ((MayTakeBack(turn, command.Person) ?? ByOrder.Reasons(command.Reasons, Acts.UnconfirmParty)) is { } refusal)
            return refusal;
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
        Vouching.IsOneself(look, person) ? null : Actors.MustBeOfLead(look) ?? Vouching.Check(look, person);

    private static Refusal? MayTakeBack(CaseLook look, string person)
    {
        if (MayDeny(look, person))
            return null;
        return Actors.MustBeOfLead(look)
            ?? (look.State.ConfirmedByOffice.Contains(person) ? null : PartyRefusals.NotConfirmed(Naming.Person(look, person)));
    }

    // Whoever became a party by what they did, and of supervision and audit whoever did by another's word, may say that they are none.
    private static bool MayDeny(CaseLook look, string person) =>
        Vouching.IsOneself(look, person)
        && (
            look.State.ConfirmedByThemselves.Contains(person)
            || (look.State.ConfirmedByOffice.Contains(person) && Vouching.Oversees(look, person))
        );

    // An officer who lodges has the papers before them; a party who lodges answers for itself alone. Of another officer nobody is certain.
    private static bool IsCertain(CaseLook look, Lodge command, PartyEntry party) =>
        Actors.Principal(look) is { } lodger
        && (IsLodger(look, lodger, party) || (!LodgesForItself(look, lodger, command) && !Vouching.IsKnownOfficer(look, party.Person)));

    private static bool IsLodger(CaseLook look, PersonFact lodger, PartyEntry party) =>
        lodger.Id == party.Person && (look.Stamp.For is null || !Vouching.Oversees(look, party.Person));

    private static bool LodgesForItself(CaseLook look, PersonFact lodger, Lodge command) =>
        !lodger.IsPart && command.Parties.Any(p => p.Person == lodger.Id && !LodgesForOffice(look, p));

    // An officer remarks, replies and supervises as one, whichever office theirs is; and anybody may urge.
    private static bool ActedAsParty(CaseLook look, CaseCommand command, PersonFact person) =>
        person.Posts.IsEmpty || (command is not Urge && WorkedAsParty(look, command, person));

    private static bool WorkedAsParty(CaseLook look, CaseCommand command, PersonFact person) =>
        command is IAtStep { Step: { } key }
        && look.State.Steps.GetValueOrDefault(key)?.Entitled.Any(e => e.Person == person.Id && !e.IsForOffice) == true;
}
