using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>The decisions of a definition against a party, such as a penalty, that a law is about which binds it.</summary>
internal sealed class AdverseActs
{
    private readonly Dictionary<OutcomeKey, AdverseAct> _acts;

    public AdverseActs(ProcessDefinition definition, LegalGrounds law)
    {
        _acts = Found(definition, law).ToDictionary(a => a.Key);
        var grounds = All.SelectMany(a => a.Articles).SelectMany(a => a.Article.Steps).ToHashSet(StringComparer.Ordinal);
        Before = [.. Outline.All(definition).OfType<WorkNode>().Where(n => n.Ground is { } ground && grounds.Contains(ground))];
    }

    public IReadOnlyCollection<AdverseAct> All => _acts.Values;

    /// <summary>The steps that are in law what an article asks for before such a decision: telling the party, hearing it.</summary>
    public IReadOnlyList<WorkNode> Before { get; }

    public AdverseAct? At(OutcomeKey key) => _acts.GetValueOrDefault(key);

    public bool Is(Node node, OutcomeRule body) => _acts.ContainsKey(new OutcomeKey(node.Id, body.Id));

    /// <summary>Whether a paper is one of such a decision.</summary>
    public bool IsPaper(string document) => All.Any(a => a.Body.Issues.Contains(document));

    private static IEnumerable<AdverseAct> Found(ProcessDefinition definition, LegalGrounds law) =>
        from node in Outline.All(definition).OfType<WorkNode>().DistinctBy(n => n.Id)
        where Posts.IsOffice(node)
        from body in node.Outcomes.DistinctBy(o => o.Id)
        where body.Exit is not BackExit
        let papers = definition.Documents.Where(d => body.Issues.Contains(d.Id)).ToList()
        let articles = law.Against(body.Title, [.. papers.Select(d => d.Title)])
        where articles.Count > 0
        select new AdverseAct(node, body, papers, articles);
}

/// <summary>A decision against a party.</summary>
/// <param name="Node">The step that decides.</param>
/// <param name="Body">The outcome.</param>
/// <param name="Papers">What it issues.</param>
/// <param name="Articles">The articles that speak of it, at least one.</param>
internal sealed record AdverseAct(
    WorkNode Node,
    OutcomeRule Body,
    IReadOnlyList<DocumentType> Papers,
    IReadOnlyList<(CitedArticle Cited, Article Article)> Articles
)
{
    public OutcomeKey Key => new(Node.Id, Body.Id);

    /// <summary>The article that demands something of it; of several the one that demands most of the rest too. Null for none.</summary>
    public (CitedArticle Cited, Article Article)? Demanding(Duty duty, params Duty[] beside) =>
        Articles
            .Where(a => a.Article.Duties.Contains(duty))
            .OrderByDescending(a => a.Article.Duties.Count(beside.Contains))
            .Cast<(CitedArticle, Article)?>()
            .FirstOrDefault();

    /// <summary>The article that demands something of it and says what a step is in law by which it is done; null for none.</summary>
    public (CitedArticle Cited, Article Article)? DoneBy(Duty duty) =>
        Articles
            .Where(a => a.Article.Duties.Contains(duty) && !a.Article.Steps.IsEmpty)
            .OrderBy(a => a.Article.Duties.Length)
            .Cast<(CitedArticle, Article)?>()
            .FirstOrDefault();
}
