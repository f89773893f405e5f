using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>
/// What a paper or one of several limits rests on may lapse while the process goes on: then something beside it rests on what follows.
/// Days before its first one are not asked about, for a paper is issued late in a case, and its law may come in between.
/// </summary>
internal static class LapsedBases
{
    public static readonly LintRule Rule = LintRule.Error("basis.lapsed");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var rest in OfLimits(subject).Concat(OfPapers(subject)))
            if (Edition(subject, rest.Basis) is { } edition && Uncovered(subject, rest, edition) is { } day)
                findings.Add(
                    Rule,
                    rest.At,
                    ("day", day),
                    ("basis", $"{rest.Basis.Law}({edition.Year})"),
                    ("found", LawProblems.Days(edition))
                );
    }

    private static LawEdition? Edition(Subject subject, LegalBasis basis) => subject.Law.Book.Find(basis.Law)?.Edition(basis.Edition);

    // The first day after the edition on which it is still used and nothing covers it. Only an end of something may begin such days.
    private static DateOnly? Uncovered(Subject subject, Rest rest, LawEdition edition)
    {
        var beside = rest.Beside.Select(b => b.IsInternal ? null : Edition(subject, b)).ToList();
        if (beside.Contains(null))
            return null;
        return beside
            .Append(edition)
            .Select(e => e!.InForce.To?.AddDays(1))
            .OfType<DateOnly>()
            .Append(rest.Use.First)
            .Where(day => day > edition.InForce.To && day >= rest.Use.First && day <= rest.Use.Last)
            .Where(day => !beside.Exists(e => e!.InForce.Includes(day)))
            .Order()
            .Cast<DateOnly?>()
            .FirstOrDefault();
    }

    private static IEnumerable<Rest> OfLimits(Subject subject) =>
        from clock in subject.Clocks()
        from limit in clock.Rule.Limits
        where limit.Basis is { IsInternal: false }
        select new Rest(
            limit.Basis!,
            clock.At("basis="),
            DaysOfUse.Of(subject.Definition.InForce).Under(limit.When),
            [.. clock.Rule.Limits.Where(l => l != limit).Select(l => l.Basis ?? clock.Rule.Basis)]
        );

    private static IEnumerable<Rest> OfPapers(Subject subject)
    {
        var use = Issued(subject.Definition).ToLookup(i => i.Document, i => i.Use, StringComparer.Ordinal);
        return from paper in subject.Definition.Documents
            where paper.Basis is { IsInternal: false }
            select new Rest(
                paper.Basis!,
                subject.Places.Document(paper.Id, "basis="),
                use[paper.Id].DefaultIfEmpty(DaysOfUse.Of(subject.Definition.InForce)).Aggregate((a, b) => a.Or(b)),
                [.. subject.Definition.Documents.Where(d => d != paper && d.Title == paper.Title).Select(d => d.Basis).OfType<LegalBasis>()]
            );
    }

    private static IEnumerable<(string Document, DaysOfUse Use)> Issued(ProcessDefinition definition) =>
        new IReadOnlyList<Node>[] { definition.Steps, definition.AnyTime, definition.After }.SelectMany(l =>
            Issued(l, DaysOfUse.Of(definition.InForce))
        );

    private static IEnumerable<(string Document, DaysOfUse Use)> Issued(IReadOnlyList<Node> nodes, DaysOfUse around) =>
        from node in nodes
        let use = around.Under(node.When)
        from issued in Outline
            .Bodies(node)
            .SelectMany(b => b.Issues.Select(d => (d, use.Under(b.AllowedWhen))))
            .Concat(Outline.Lists(node).SelectMany(l => Issued(l, use)))
        select issued;

    // A basis, the days on which it is used, and what else may be used in its place.
    private sealed record Rest(LegalBasis Basis, Position At, DaysOfUse Use, IReadOnlyList<LegalBasis> Beside);
}
