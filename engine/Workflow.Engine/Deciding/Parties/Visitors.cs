using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Parties;

/// <summary>
/// Parties without an account 来访人: an officer takes them in by name, and from then on whoever holds the officer's post, or stands in
/// for a holder who is absent, does on paper what is asked of them. What they do so is the visitor's act, and never one of the office.
/// </summary>
public static class Visitors
{
    /// <summary>Returns the visitors of a case for whom an officer may act on paper: nobody does so in a case of their own.</summary>
    /// <param name="state">The case.</param>
    /// <param name="officer">The officer, with the posts of those for whom they stand in.</param>
    public static IEnumerable<PersonFact> ServedBy(CaseState state, PersonFact officer) =>
        state
            .Parties.Where(p => p.Window is { } window && officer.Posts.Contains(window) && MayServe(state, p, officer))
            .DistinctBy(p => p.Person)
            .Select(Known);

    /// <summary>Returns a visitor for whom the actor acts; null for anybody else.</summary>
    internal static PersonFact? Find(CaseLook look, string id) =>
        IsActedFor(look, id)
        && look.Stamp.Facts.People.FirstOrDefault(p => p.Id == look.Stamp.Actor) is { } officer
        && look.State.Parties.FirstOrDefault(p => p.Person == id && IsServed(look, p, officer)) is { } party
            ? Known(party)
            : null;

    /// <summary>Whether the act is that of a visitor, which an officer does on paper.</summary>
    internal static bool IsActedFor(CaseLook look) => look.Stamp.For is { } id && IsActedFor(look, id);

    /// <summary>Whose act it is: the visitor's where an officer does it on paper, otherwise the actor's.</summary>
    internal static string Doer(CaseLook look) => IsActedFor(look) ? look.Stamp.For! : look.Stamp.Actor;

    /// <summary>Whether it is the act of a person: the actor's, or that of the one acted for. What an officer does on paper for a visitor is the visitor's alone.</summary>
    internal static bool IsDoer(CaseLook look, string? person) =>
        person is not null && (person == look.Stamp.For || (person == look.Stamp.Actor && !IsActedFor(look)));

    /// <summary>Refuses to act for a visitor without the post that took them in, or without the paper that they signed.</summary>
    internal static Refusal? MustServe(CaseLook look, string visitor)
    {
        if (look.State.Parties.FirstOrDefault(p => p.Person == visitor) is not { Window: { } window } party)
            return PartyRefusals.Nobody(visitor);
        if (Find(look, visitor) is null)
            return PartyRefusals.NotTheWindow(Named(party), Naming.Post(look, new Entitlement("", window.Organisation, window.Role, null)));
        return PlainText.IsBlank(look.Stamp.Document) && !look.Stamp.PayloadAside ? PartyRefusals.PaperMissing(Named(party)) : null;
    }

    /// <summary>Refuses visitors whom no officer takes in, and whose papers are not in order.</summary>
    internal static Refusal? Check(CaseLook look, ImmutableArray<PartyEntry> parties, Post? window) => Check(look, parties, _ => window);

    /// <summary>The same for the parties of a case that is taken over.</summary>
    internal static Refusal? Told(CaseLook look, ImmutableArray<PartyEntry> parties) => Check(look, parties, p => ToldWindow(look, p));

    private static Refusal? Check(CaseLook look, ImmutableArray<PartyEntry> parties, Func<PartyEntry, Post?> window) =>
        parties.Select(p => IsOfVisitor(look, p, window(p)) ?? Papers(look, p)).FirstOrDefault(r => r is not null);

    /// <summary>Returns parties with an id for each visitor, after those whom the case has.</summary>
    internal static ImmutableArray<PartyEntry> Numbered(CaseState state, ImmutableArray<PartyEntry> parties, Post? window) =>
        Numbered(state, parties, _ => window);

    /// <summary>The same for a case that is taken over: each visitor is served on by the post that is told, or else by the adopter's.</summary>
    internal static ImmutableArray<PartyEntry> NumberedAsTold(CaseLook look, ImmutableArray<PartyEntry> parties) =>
        Numbered(look.State, parties, p => ToldWindow(look, p));

    private static ImmutableArray<PartyEntry> Numbered(CaseState state, ImmutableArray<PartyEntry> parties, Func<PartyEntry, Post?> window)
    {
        var number = state.Parties.Select(p => p.Person).Where(VisitorId.Is).Distinct().Count();
        return
        [
            .. parties.Select(p =>
                p.Person is "" ? p with { Person = VisitorId.Of(++number), Window = window(p) } : p with { Window = null }
            ),
        ];
    }

    // A post that takes no part serves nobody.
    private static Post? ToldWindow(CaseLook look, PartyEntry party)
    {
        var offices = look.Stamp.Facts.Offices.Values;
        return party.Window is not { } told ? Window(look, offices)
            : offices.Contains(told.Organisation) ? told
            : null;
    }

    /// <summary>Returns the post by which the actor takes in a visitor: their first in an office of the case. Null for whoever acts for no office.</summary>
    internal static Post? Window(CaseLook look, IEnumerable<string> offices) =>
        Actors.Principal(look) is { } officer ? officer.Posts.Cast<Post?>().FirstOrDefault(p => offices.Contains(p!.Organisation)) : null;

    private static bool IsActedFor(CaseLook look, string id) => VisitorId.Is(id) && Deputyship.IsUsed(look, id);

    private static bool IsServed(CaseLook look, PartyEntry party, PersonFact officer) =>
        party.Window is { } window
        && MayServe(look.State, party, officer)
        && (officer.Posts.Contains(window) || StandsIn(look, window, officer));

    private static bool MayServe(CaseState state, PartyEntry party, PersonFact officer) =>
        VisitorId.Is(party.Person) && !state.IsOwnOf(officer.Id);

    // The act names the visitor and not the holder who is absent, so the facts have to say for whom the officer stands in. As long as
    // they do not, the act goes on, and is decided again when they do.
    private static bool StandsIn(CaseLook look, Post window, PersonFact officer)
    {
        if (look is not AskingLook asking)
            return false;
        var isAsked = look.Stamp.Facts.Posts.Any(p => p.Post == window);
        var holders = asking.Holders(window);
        return !isAsked || holders?.Any(h => !h.IsThere && h.ActedForBy(window, look.Definition.Id).Contains(officer.Id)) == true;
    }

    private static Refusal? IsOfVisitor(CaseLook look, PartyEntry party, Post? window) =>
        VisitorId.Is(party.Person) ? Actors.Unknown(party.Person)
        : party.Person is "" && window is null ? PartyRefusals.NoAccount(Naming.Party(look, party.Role))
        : null;

    private static Refusal? Papers(CaseLook look, PartyEntry party)
    {
        List<Refusal> wrong = [];
        party.With(
            (asked, values) =>
            {
                wrong.AddRange(asked.In(look.Process).Select(f => Paper(look, party, f, values[f.Id])).OfType<Refusal>());
                return values;
            }
        );
        return wrong.FirstOrDefault();
    }

    private static Refusal? Paper(CaseLook look, PartyEntry party, Field field, FieldValue value) =>
        FieldChecks.IsMissing(value) ? FieldRefusals.Missing(Naming.Party(look, party.Role), Naming.Field(field))
        : FieldChecks.Check(field, value) is not { } wrong ? null
        : field.Id == PartyIdentity.NumberField ? PartyRefusals.IdentityWrong(Named(party), wrong)
        : FieldRefusals.Invalid(Naming.Party(look, party.Role), Naming.Field(field), wrong);

    private static PersonFact Known(PartyEntry party) => new(party.Person, party.Name, [], []);

    private static NameValue Named(PartyEntry party) => new(party.Person, party.Name);
}
