using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>
/// A paper prints what it cites as law. An article that nobody compared with its text, or that the file of its law does not have, may
/// say something else, or not be there; of a law without a file nobody claims anything.
/// </summary>
internal static class UnreadLaw
{
    public static readonly LintRule Rule = LintRule.Error("document.unread_law");

    public static void Check(Subject subject, Findings findings)
    {
        var cited = OfPapers(subject).Concat(OfOutcomes(subject)).Concat(OfFindings(subject)).Concat(OfLimits(subject));
        foreach (var one in cited.DistinctBy(c => (c.Document, c.Basis)))
            if (Why(subject, one.Basis) is { } why)
                findings.Add(
                    Rule,
                    one.At,
                    subject.Law.Said(one.Basis),
                    ("document", one.Document),
                    ("basis", one.Basis.ToString()),
                    ("why", new Message(why))
                );
    }

    private static IEnumerable<Cited> OfPapers(Subject subject) =>
        from paper in subject.Definition.Documents
        where paper.Basis is not null
        select new Cited(paper.Id, paper.Basis!, subject.Places.Document(paper.Id, "basis="));

    private static IEnumerable<Cited> OfOutcomes(Subject subject) =>
        from one in subject.Bodies
        where one.Body.Basis is not null
        from paper in one.Body.Issues
        select new Cited(paper, one.Body.Basis!, subject.Places.Outcome(one.Node.Id, one.Body.Id, "basis="));

    private static IEnumerable<Cited> OfFindings(Subject subject) =>
        from paper in subject.Definition.Documents
        from one in subject.Bodies
        where one.Body.Basis is not null && paper.RestsOn?.Contains(one.Node.Id) == true
        select new Cited(paper.Id, one.Body.Basis!, subject.Places.Outcome(one.Node.Id, one.Body.Id, "basis="));

    // Where nothing else is written the paper cites the limit behind it, and always where silence issues it.
    private static IEnumerable<Cited> OfLimits(Subject subject) =>
        from one in subject.Bodies
        let limit = (one.Node as WorkNode)?.Limit
        where limit is not null
        from paper in subject.Definition.Documents
        where one.Body.Issues.Contains(paper.Id) && (limit.OnExpiry == one.Body.Id || (paper.Basis ?? one.Body.Basis) is null)
        from basis in limit.Limits.Select(l => l.Basis ?? limit.Basis).Distinct()
        select new Cited(paper.Id, basis, subject.Places.Node(one.Node.Id, "limit"));

    private static string? Why(Subject subject, LegalBasis basis)
    {
        if (basis.IsInternal || basis.Article is null || subject.Law.Book.Find(basis.Law)?.Edition(basis.Edition) is null)
            return null;
        ImmutableArray<Article> said = subject.Law.Book.About(basis);
        return said.IsEmpty ? "law.article_not_there"
            : said.All(a => a.Status == ArticleStatus.Unverified) ? "law.article_not_read"
            : null;
    }

    private sealed record Cited(string Document, LegalBasis Basis, Position At);
}
