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
        foreach (var (node, body) in subject.Bodies.Where(b => RefusingOutcome.Is(b.Node, b.Body) && !IsOfNobody(subject, b.Body)))
        {
            if (!body.ReasonsRequired)
                Add(NoReasons, subject.Law.Demanding(Duty.Reasons, Papers));
            if (body.Remedies is null)
                Add(NoRemedies, subject.Law.Demanding(Duty.RemediesTold, Papers));
            if (body is { Remedies: Remedies.Free } && subject.Law.DemandingOf(body.Title, Duty.ReconsiderationFirst) is { } first)
                Add(WrongOrder, first);
            if (IsUnstated(subject, node, body))
                Add(NoDocument, subject.Law.Demanding(Duty.Written, Papers));

            void Add(LintRule rule, CitedArticle? law) =>
                findings.Add(rule, subject.Places.Outcome(node.Id, body.Id), law, ("outcome", body.Id), ("step", node.Id));
        }
    }

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
