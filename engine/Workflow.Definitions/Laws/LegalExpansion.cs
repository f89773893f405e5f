using System.Collections.Immutable;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Laws;

/// <summary>
/// Copies into a definition what it takes from the laws, so that once it is published it needs none of them, and a later change of
/// what is written down of a law changes no published definition.
/// </summary>
internal static class LegalExpansion
{
    /// <summary>Returns the definition with what its cited articles say, with the English of its grounds, and with the times to complain that its papers may name.</summary>
    public static ProcessDefinition Run(ProcessDefinition definition, LawBook laws) =>
        definition with
        {
            Articles = [.. Citations.Of(definition).Where(b => !b.IsInternal).SelectMany(b => Said(definition, laws, b))],
            Grounds = Grounds(definition, laws),
            RemedyPeriods = NamesRemedies(definition) ? Periods(definition, laws) : [],
        };

    // If an article has several entries, a clock means the one whose limit it has.
    private static IEnumerable<CitedArticle> Said(ProcessDefinition definition, LawBook laws, LegalBasis basis)
    {
        var said = laws.About(basis);
        var limits = DefinedClocks
            .All(definition)
            .SelectMany(c => c.Limits.Where(l => (l.Basis ?? c.Basis) == basis))
            .Select(l => l.Period)
            .ToHashSet();
        var meant = said.Where(a => a.Limit?.Period is { } period && limits.Contains(period)).ToImmutableArray();
        return (meant.IsEmpty ? said : meant).Select(a => new CitedArticle(basis, a.Zh, a.En, a.Status));
    }

    // What the definition says itself goes before what its laws say.
    private static ImmutableSortedDictionary<string, string> Grounds(ProcessDefinition definition, LawBook laws) =>
        Citations
            .Of(definition)
            .Where(b => !b.IsInternal)
            .SelectMany(laws.GroundsInEnglish)
            .IntersectBy(GroundsOf.All(definition), g => g.Key)
            .Aggregate(definition.Grounds, (known, g) => known.ContainsKey(g.Key) ? known : known.Add(g.Key, g.Value));

    private static bool NamesRemedies(ProcessDefinition definition) =>
        Outline.All(definition).SelectMany(Outline.Bodies).Any(b => b.Remedies is Remedies.Free or Remedies.ReconsiderationFirst);

    private static ImmutableArray<RemedyPeriod> Periods(ProcessDefinition definition, LawBook laws) =>
        [.. laws.NamedRemedies().Where(x => x.Edition.InForce.To is not { } last || last >= definition.InForce.From).Select(x => x.Period)];
}
