using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>Who is refused something learns why, and where to go.</summary>
internal static class Refusals
{
    public static readonly LintRule NoReasons = LintRule.Error("refusal.no_reasons");

    public static readonly LintRule NoRemedies = LintRule.Error("refusal.no_remedies");

    public static readonly LintRule NoDocument = LintRule.Error("refusal.no_document");

    public static readonly LintRule WrongOrder = LintRule.Error("refusal.remedies_order");

    /// <summary>The paper of a refusal names no law.</summary>
    public static readonly LintRule NoBasis = LintRule.Warning("refusal.no_basis");

    /// <summary>The paper of a refusal names only the article on how one refuses.</summary>
    public static readonly LintRule ProceduralBasis = LintRule.Warning("refusal.procedural_basis");

    // What an article about refusals demands together; others speak of reasons too.
    private static readonly Duty[] Papers = [Duty.Reasons, Duty.RemediesTold, Duty.Written];

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies.Where(b => IsAgainstAParty(subject, b.Node, b.Body)))
        foreach (var (rule, law) in Missing(subject, node, body))
            findings.Add(rule, subject.Places.Outcome(node.Id, body.Id), law, ("outcome", body.Id), ("step", node.Id));
    }

    /// <summary>Looks at the papers that tell the remedies: on which law each of them rests.</summary>
    public static void CheckBases(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies.Where(b => IsRefusal(subject, b.Node, b.Body)))
        foreach (var paper in subject.Definition.Documents.Where(d => d.StatesRemedies && body.Issues.Contains(d.Id)))
            if (Lacking(subject, node, body, paper) is { } rule)
                findings.Add(
                    rule,
                    subject.Places.Outcome(node.Id, body.Id),
                    null,
                    ("document", paper.Id),
                    ("outcome", body.Id),
                    ("step", node.Id)
                );
    }

    // Which articles a penalty rests on is asked by the rules about decisions against a party.
    private static bool IsRefusal(Subject subject, Node node, OutcomeRule body) =>
        body.Remedies is Remedies.Free or Remedies.ReconsiderationFirst && !subject.Adverse.Is(node, body);

    // An article that the officer enters is a law too; why nobody decides any more is no refusal.
    private static LintRule? Lacking(Subject subject, Node node, OutcomeRule body, DocumentType paper)
    {
        if (node.Id == subject.Definition.Termination || paper.StatesFields is not null || paper.RestsOn is not null)
            return null;
        var laws = new[] { paper.Basis, body.Basis, (node as WorkNode)?.Limit?.Basis }.OfType<LegalBasis>().ToList();
        if (laws.TrueForAll(b => b.IsInternal))
            return laws.Count == 0 ? null : NoBasis;
        return laws.Where(b => !b.IsInternal).All(b => IsProcedural(subject, b)) ? ProceduralBasis : null;
    }

    private static bool IsProcedural(Subject subject, LegalBasis basis) =>
        subject.Law.Book.About(basis) is { Length: > 0 } said
        && said.All(a => a.Duties.Contains(Duty.Reasons) && a.Duties.Contains(Duty.RemediesTold) && a.Limit is null);

    private static IEnumerable<(LintRule Rule, CitedArticle? Law)> Missing(Subject subject, Node node, OutcomeRule body)
    {
        if (!body.ReasonsRequired)
            yield return (NoReasons, Demanding(subject, node, body, Duty.Reasons));
        if (body.Remedies is null)
            yield return (NoRemedies, Demanding(subject, node, body, Duty.RemediesTold));
        if (body is { Remedies: Remedies.Free } && subject.Law.DemandingOf(body.Title, Duty.ReconsiderationFirst) is { } first)
            yield return (WrongOrder, first);
        if (IsUnstated(subject, node, body))
            yield return (NoDocument, Demanding(subject, node, body, Duty.Written));
    }

    private static CitedArticle? Demanding(Subject subject, Node node, OutcomeRule body, Duty duty) =>
        subject.Adverse.At(new OutcomeKey(node.Id, body.Id)) is { } act
            ? act.Demanding(duty, Papers)?.Cited
            : subject.Law.Demanding(duty, Papers);

    private static bool IsAgainstAParty(Subject subject, Node node, OutcomeRule body) =>
        subject.Adverse.Is(node, body) || (RefusingOutcome.Is(node, body) && !IsOfNobody(subject, body));

    // A meeting that does not adopt, or an office that opens no case, refuses no party anything: 'remedies: none' says so, unless a law
    // that governs the matter demands that somebody be told.
    private static bool IsOfNobody(Subject subject, OutcomeRule body) =>
        body.Remedies == Remedies.None && subject.Law.Demanding(Duty.RemediesTold, Papers) is null;

    // A later step may draw the decision up; an any-time step must do it itself.
    private static bool IsUnstated(Subject subject, Node node, OutcomeRule body) =>
        subject.Beside.IsAnyTime(node.Id)
            ? !body.Issues.Any(subject.Papers.StatesBoth)
            : subject.Paths.Ends.Any(e => e.State.Unstated.Contains(new OutcomeKey(node.Id, body.Id)));
}
