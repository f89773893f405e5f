using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Silence;

/// <summary>An office that does not act in time gives no ground against the applicant: it answers for the delay itself.</summary>
internal static class SilentRefusal
{
    public static readonly LintRule Rule = LintRule.Error("silence.refuses");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work.Where(Posts.IsOffice))
        foreach (var body in Expired(node).Where(b => Refuses(node, b) && !IsLaw(subject, node.Limit!)))
            findings.Add(Rule, subject.Places.Limit(node.Id, "on-expiry"), ("outcome", body.Id), ("step", node.Id));
    }

    // What the end of the limit comes to, at once or when the way back is used up.
    private static IEnumerable<OutcomeRule> Expired(WorkNode node) =>
        node.Outcomes.FirstOrDefault(o => o.Id == node.Limit?.OnExpiry) is not { } body ? []
        : body.Exit is BackExit { Otherwise: { } last } ? node.Outcomes.Where(o => o.Id == last).Append(body)
        : [body];

    private static bool Refuses(Node node, OutcomeRule body) => RefusingOutcome.Is(node, body) || CommonWords.Adverse.IsTitle(body.Title);

    private static bool IsLaw(Subject subject, ClockRule limit) =>
        subject.Law.Book.About(limit.Basis).Any(a => a.Silence is { Means: SilenceMeaning.Refused });
}
