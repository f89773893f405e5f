using System.Collections.Frozen;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>What kind of document a document is.</summary>
internal sealed class Papers(ProcessDefinition definition, AdverseActs adverse)
{
    private readonly FrozenDictionary<string, DocumentType> _documents = definition
        .Documents.DistinctBy(d => d.Id)
        .ToFrozenDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>A licence, a certificate or a decision that grants: by its number or its title.</summary>
    public bool IsPermit(string id) =>
        _documents.TryGetValue(id, out var document)
        && (
            document.Number.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode
            || CommonWords.Permit.IsTitle(document.Title)
        );

    /// <summary>Whether it states both reasons and remedies.</summary>
    public bool StatesBoth(string id) =>
        _documents.TryGetValue(id, out var document) && document is { StatesReasons: true, StatesRemedies: true };

    /// <summary>Whether it decides something for the party.</summary>
    public bool Matters(string id) =>
        IsPermit(id) || adverse.IsPaper(id) || (_documents.TryGetValue(id, out var document) && document.StatesRemedies);

    /// <summary>Whether somebody still has to deliver it: what the window or the party itself draws up is handed over on the spot.</summary>
    public bool NeedsDelivery(string id, Node by) => Matters(id) && Posts.IsOffice(by) && !Posts.IsWindow(by);
}
