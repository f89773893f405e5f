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

    // What an article about refusals demands together; others speak of reasons too.
    private static readonly Duty[] Papers = [Duty.Reasons, Duty.RemediesTold, Duty.Written];

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies.Where(b => IsAgainstAParty(subject, b.Node, b.Body)))
        foreach (var (rule, law) in Missing(subject, node, body))
            findings.Add(rule, subject.Places.Outcome(node.Id, body.Id), law, ("outcome", body.Id), ("step", node.Id));
    }

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
