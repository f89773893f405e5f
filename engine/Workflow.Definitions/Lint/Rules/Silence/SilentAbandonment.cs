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
            if (node.Limit is not { OnExpiry: { } expiry } limit)
                continue;
            if (node.Outcomes.FirstOrDefault(o => o.Id == expiry) is not { Exit: EndExit } body)
                continue;
            if (Outline.All(body.Steps).OfType<WorkNode>().Any(Posts.IsOffice))
                continue;
            var strict = limit.Basis.IsInternal || AsksForGoodCause(subject, limit.Basis);
            findings.Add(
                strict ? ByItself : ByLaw,
                subject.Places.Limit(node.Id, "on-expiry"),
                subject.Law.Said(limit.Basis),
                ("step", node.Id),
                ("outcome", body.Id)
            );
        }
    }

    private static bool AsksForGoodCause(Subject subject, LegalBasis basis) =>
        subject.Law.Book.About(basis).Any(a => a.Duties.Contains(Duty.GoodCause));
}
