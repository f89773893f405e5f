using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>A citation names an edition that is in force on every day on which a case may open.</summary>
internal static class Editions
{
    public static readonly LintRule NotInForce = LintRule.Error("basis.not_in_force");

    public static readonly LintRule UnknownEdition = LintRule.Error("basis.unknown_edition");

    public static readonly LintRule UnknownArticle = LintRule.Error("basis.unknown_article");

    public static readonly LintRule UnknownLaw = LintRule.Warning("basis.unknown_law");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (basis, at) in Distinct(OfItself(subject)))
            One(subject.Law.Book, subject.Definition.InForce, (basis, at), findings);
        foreach (var (basis, at) in Distinct(OfItsTime(subject)))
            One(subject.Law.Book, null, (basis, at), findings);
    }

    // Without days it is enough that there is such an article.
    private static void One(LawBook laws, PeriodInForce? inForce, (LegalBasis Basis, Position At) citation, Findings findings)
    {
        var (basis, at) = citation;
        var editions = laws.Find(basis.Law)?.Editions ?? [];
        if (editions.IsEmpty)
            findings.Add(UnknownLaw, at, ("law_title", basis.Law), ("way", Ways.Near(basis.Law, laws.Titles, Ways.CheckByHand)));
        else if (editions.FirstOrDefault(e => e.Year == basis.Edition) is not { } edition)
            findings.Add(UnknownEdition, at, OtherEdition(basis, editions));
        else if (basis.Article is { } article && edition.EndsBefore(article))
            findings.Add(UnknownArticle, at, Beyond(basis, edition));
        else if (inForce is not null && !Covers(edition.InForce, inForce))
            findings.Add(NotInForce, at, OtherDays(basis, inForce, edition, editions));
    }

    private static IEnumerable<(LegalBasis Basis, Position At)> Distinct(IEnumerable<(LegalBasis Basis, Position At)> citations) =>
        citations.Where(c => !c.Basis.IsInternal).DistinctBy(c => (c.Basis, c.At));

    private static bool Covers(PeriodInForce law, PeriodInForce cases) =>
        law.Includes(cases.From) && (law.To is not { } last || cases.To <= last);

    private static (string, MessageValue)[] OtherEdition(LegalBasis basis, IReadOnlyList<LawEdition> editions) =>
        [("law_title", basis.Law), ("edition", basis.Edition!.Value), ("editions", MessageValue.List(editions.Select(e => $"{e.Year}")))];

    private static (string, MessageValue)[] Beyond(LegalBasis basis, LawEdition edition) =>
        [("law_title", basis.Law), ("edition", edition.Year), ("articles", edition.Articles!.Value), ("article", basis.Article!)];

    private static (string, MessageValue)[] OtherDays(
        LegalBasis basis,
        PeriodInForce inForce,
        LawEdition cited,
        IReadOnlyList<LawEdition> editions
    ) =>
        [
            ("basis", $"{basis.Law}({basis.Edition})"),
            ("period", inForce.ToString()),
            ("found", LawProblems.Days(cited)),
            ("way", Hint(editions, inForce, cited)),
        ];

    private static Message Hint(IReadOnlyList<LawEdition> editions, PeriodInForce inForce, LawEdition cited) =>
        editions.FirstOrDefault(e => e != cited && e.InForce.Includes(inForce.From)) is { } then
            ? new Message("basis.cite_edition", ("edition", then.Year))
        : cited.InForce.To is { } last ? new Message("basis.end_on", ("day", last))
        : new Message("basis.begin_on", ("day", cited.InForce.From));

    private static IEnumerable<(LegalBasis Basis, Position At)> OfItself(Subject subject) =>
        [
            .. subject.Definition.Basis.Select(b => (b, subject.Places.Key("basis"))),
            .. subject.Clocks().Select(c => (c.Rule.Basis, c.At("basis="))),
            .. OfOutcomes(subject),
            .. subject.Definition.Fees.Select(f => (f.Basis, subject.Places.Key("fees"))),
        ];

    private static IEnumerable<(LegalBasis Basis, Position At)> OfOutcomes(Subject subject) =>
        from b in subject.Bodies
        where b.Body.Basis is not null
        select (b.Body.Basis, subject.Places.Outcome(b.Node.Id, b.Body.Id, "basis="));

    // One limit of several holds under a condition, and a paper is issued late in a case: their law may come or go in between.
    private static IEnumerable<(LegalBasis Basis, Position At)> OfItsTime(Subject subject) =>
        subject
            .Clocks()
            .SelectMany(c => c.Rule.Limits.Select(l => l.Basis).OfType<LegalBasis>().Select(basis => (basis, c.At("basis="))))
            .Concat(
                subject
                    .Definition.Documents.Where(d => d.Basis is not null)
                    .Select(d => (d.Basis!, subject.Places.Document(d.Id, "basis=")))
            );
}
