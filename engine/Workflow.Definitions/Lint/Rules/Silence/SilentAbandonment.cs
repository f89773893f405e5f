using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Silence;

/// <summary>Where a party is silent, a person finds what the silence means.</summary>
internal static class SilentAbandonment
{
    public static readonly LintRule ByItself = LintRule.Error("silence.abandons");

    public static readonly LintRule ByLaw = LintRule.Warning("silence.abandons_by_law");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work.Where(Posts.IsParty))
        {
            if (node.Limit is not { } limit || Ending(node, limit) is not { } body)
                continue;
            findings.Add(
                IsStrict(subject, limit.Basis) ? ByItself : ByLaw,
                subject.Places.Limit(node.Id, "on-expiry"),
                subject.Law.Said(limit.Basis),
                ("step", node.Id),
                ("outcome", body.Id)
            );
        }
    }

    // The outcome by which silence ends the case before an office looks at it; null for none.
    private static OutcomeRule? Ending(WorkNode node, ClockRule limit) =>
        node.Outcomes.FirstOrDefault(o => o.Id == limit.OnExpiry) is { Exit: EndExit } body && !IsLookedAt(body) ? body : null;

    private static bool IsLookedAt(OutcomeRule body) => Outline.All(body.Steps).OfType<WorkNode>().Any(Posts.IsOffice);

    private static bool IsStrict(Subject subject, LegalBasis basis) => basis.IsInternal || AsksForGoodCause(subject, basis);

    private static bool AsksForGoodCause(Subject subject, LegalBasis basis) =>
        subject.Law.Book.About(basis).Any(a => a.Duties.Contains(Duty.GoodCause));
}
