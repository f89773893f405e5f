using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Foresight;

/// <summary>What stands for a number that a person has still to enter: later steps may need that there is one.</summary>
internal static class SupposedNumbers
{
    internal const string Mark = "…";

    internal static ImmutableSortedDictionary<string, string> For(PublishedProcess process, IEnumerable<string> issues) =>
        process.Definition.Documents.Where(d => issues.Contains(d.Id) && IsEntered(d)).ToImmutableSortedDictionary(d => d.Id, _ => Mark);

    internal static ImmutableSortedDictionary<string, string> Of(PublishedProcess process, string step, string outcome) =>
        For(process, process.Find(step) is { } node ? Outline.Bodies(node).Where(o => o.Id == outcome).SelectMany(o => o.Issues) : []);

    internal static ImmutableSortedDictionary<string, string> OfAny(PublishedProcess process, string step) =>
        For(process, process.Find(step) is { } node ? Outline.Bodies(node).SelectMany(o => o.Issues) : []);

    private static bool IsEntered(DocumentType type) =>
        type.Number.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode;
}
