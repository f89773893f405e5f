using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>To whom a paper is addressed 受送达人, and which of them do not have it yet. Each is served for itself.</summary>
internal static class Addressees
{
    /// <summary>
    /// Returns those to whom a paper is addressed as it is issued, which a party that joins later does not change; null for
    /// everybody who was a party when the case was lodged. A paper for an organ is for none of them.
    /// </summary>
    internal static ImmutableArray<Addressee>? AtIssue(CaseLook look, DocumentType type, Occasion occasion) =>
        type.Organ is not null ? []
        : occasion.To is { } one ? [one]
        : type.To is not null || look.State.Parties.Any(HasJoined) ? Named(look, type)
        : null;

    /// <summary>Refuses a paper for a party that the case does not have.</summary>
    internal static Refusal? Nobody(CaseLook look, DocumentType type) =>
        type.To is { } roles && Named(look, type).IsEmpty
            ? DocumentRefusals.NoAddressee(Naming.Document(type), [.. roles.Select(r => Naming.Party(look, r))])
            : null;

    /// <summary>Whether somebody to whom a paper is addressed does not have it.</summary>
    internal static bool IsOut(CaseState state, CaseDocument document) =>
        Without(state, document).Any() || (document.Served is null && IsForNobody(state, document));

    /// <summary>Returns whom a name means among some addressees: where two have the same name, the id of the person tells them apart.</summary>
    internal static IEnumerable<Addressee> Called(string name, IReadOnlyCollection<Addressee> among) =>
        among.Count(a => a.Name == name) == 1
            ? among.Where(a => a.Name == name)
            : among.Where(a => a.Person == name && among.Count(o => o.Name == a.Name) > 1);

    /// <summary>Returns those to whom papers are addressed and who have one of them not yet, each once.</summary>
    internal static ImmutableArray<Addressee> Without(CaseState state, IEnumerable<CaseDocument> documents) =>
        [.. documents.SelectMany(d => Without(state, d)).Distinct()];

    /// <summary>Returns those to whom a paper is addressed and who do not have it.</summary>
    internal static IEnumerable<Addressee> Without(CaseState state, CaseDocument document) =>
        Of(state, document).Where(a => document.EachService.All(s => s.To is { } other && other != a));

    /// <summary>Whether a paper names no addressee and there is but one: its service names nobody.</summary>
    internal static bool IsForTheOne(CaseState state, CaseDocument document) => document.Issued.To is null && Of(state, document).Count < 2;

    /// <summary>Whether a paper is of a case without a party, as one of the office's own motion: there is still a day on which it went out.</summary>
    internal static bool IsForNobody(CaseState state, CaseDocument document) =>
        document.Issued.To is null && Of(state, document).Count == 0;

    private static ImmutableArray<Addressee> Named(CaseLook look, DocumentType type) =>
        [.. look.State.Parties.Where(p => p.ForOffice is not true && type.To?.Contains(p.Role) != false).Select(Of).Distinct()];

    private static List<Addressee> Of(CaseState state, CaseDocument document) =>
        document.Issued.To is { } named
            ? [.. named]
            : [.. state.Parties.Where(p => p.ForOffice is not true && !HasJoined(p)).Select(Of).Distinct()];

    private static Addressee Of(PartyEntry party) => new(party.Person, party.Name);

    private static bool HasJoined(PartyEntry party) => party.Since is not null;
}
