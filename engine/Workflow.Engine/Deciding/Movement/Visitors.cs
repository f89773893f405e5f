using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>
/// Parties without an account 来访人: an officer takes them in by name, and from then on whoever holds the officer's post does on paper
/// what is asked of them. What they do so is the visitor's act, and never one of the office.
/// </summary>
public static class Visitors
{
    /// <summary>Returns the visitors of a case for whom an officer may act on paper: nobody does so in a case of their own.</summary>
    public static IEnumerable<PersonFact> ServedBy(CaseState state, PersonFact officer) =>
        state.Parties.Where(p => IsServed(state, p, officer)).DistinctBy(p => p.Person).Select(Known);

    /// <summary>Returns a visitor for whom the actor acts; null for anybody else.</summary>
    internal static PersonFact? Find(CaseLook look, string id) =>
        IsActedFor(look, id)
        && look.Stamp.Facts.People.FirstOrDefault(p => p.Id == look.Stamp.Actor) is { } officer
        && look.State.Parties.FirstOrDefault(p => p.Person == id && IsServed(look.State, p, officer)) is { } party
            ? Known(party)
            : null;

    /// <summary>Whether the act is that of a visitor, which an officer does on paper.</summary>
    internal static bool IsActedFor(CaseLook look) => look.Stamp.For is { } id && IsActedFor(look, id);

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
    internal static Refusal? Check(CaseLook look, ImmutableArray<PartyEntry> parties, Post? window) =>
        parties.Select(p => IsOfVisitor(look, p, window) ?? Papers(look, p)).FirstOrDefault(r => r is not null);

    /// <summary>Returns parties with an id for each visitor, after those whom the case has.</summary>
    internal static ImmutableArray<PartyEntry> Numbered(CaseState state, ImmutableArray<PartyEntry> parties, Post? window)
    {
        var number = state.Parties.Select(p => p.Person).Where(VisitorId.Is).Distinct().Count();
        return [.. parties.Select(p => p with { Person = p.Person is "" ? VisitorId.Of(++number) : p.Person, Window = Taken(p, window) })];
    }

    /// <summary>Returns the post by which the actor takes in a visitor: their first in an office of the case. Null for whoever acts for no office.</summary>
    internal static Post? Window(CaseLook look, IEnumerable<string> offices) =>
        Actors.Principal(look) is { } officer ? officer.Posts.Cast<Post?>().FirstOrDefault(p => offices.Contains(p!.Organisation)) : null;

    private static Post? Taken(PartyEntry party, Post? window) => party.Person is "" ? window : null;

    private static bool IsActedFor(CaseLook look, string id) => VisitorId.Is(id) && Deputyship.IsUsed(look, id);

    private static bool IsServed(CaseState state, PartyEntry party, PersonFact officer) =>
        party.Window is { } window && VisitorId.Is(party.Person) && officer.Posts.Contains(window) && !state.IsOwnOf(officer.Id);

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
        : FieldChecks.Check(field, value) is { } wrong ? FieldRefusals.Invalid(Naming.Party(look, party.Role), Naming.Field(field), wrong)
        : null;

    private static PersonFact Known(PartyEntry party) => new(party.Person, party.Name, [], []);

    private static NameValue Named(PartyEntry party) => new(party.Person, party.Name);
}
