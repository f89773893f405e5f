using System.Collections.Immutable;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Lint.Rules.People;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>What is revoked is void: a permit that stays valid beside the decision that revokes it is used on.</summary>
internal static class Revocations
{
    public static readonly LintRule Stands = LintRule.Warning("document.revoked_stands");

    public static readonly LintRule Nothing = LintRule.Error("document.voids_nothing");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies)
        {
            if (body.Voids is { } papers)
                OfOthers(subject, new OutcomeKey(node.Id, body.Id), papers, findings);
            else if (Revokes(body) && Granted(subject, body) is { } permit)
                findings.Add(
                    Stands,
                    subject.Places.Outcome(node.Id, body.Id),
                    ("step", node.Id),
                    ("outcome", body.Id),
                    ("document", permit)
                );
        }
    }

    private static void OfOthers(Subject subject, OutcomeKey by, ImmutableArray<string> papers, Findings findings)
    {
        var issued = subject
            .Bodies.Where(b => new OutcomeKey(b.Node.Id, b.Body.Id) != by)
            .SelectMany(b => b.Body.Issues)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var paper in papers.Where(p => !issued.Contains(p)))
            findings.Add(Nothing, subject.Places.Outcome(by.Step, by.Outcome, "voids"), ("document", paper));
    }

    private static bool Revokes(OutcomeRule body) =>
        CommonWords.Revocation.IsTitle(body.Title)
        && !body.Issues.IsEmpty
        && body.Remedies is Remedies.Free or Remedies.ReconsiderationFirst;

    // What an outcome that agrees hands out on the day of the decision, or under a number or title of a permit.
    private static string? Granted(Subject subject, OutcomeRule revoking) =>
        subject
            .Bodies.Where(b => b.Body != revoking && Agrees(b.Body))
            .SelectMany(b => b.Body.Issues.Where(d => subject.Papers.IsPermit(d) || Decides(b.Body)))
            .FirstOrDefault(d => !revoking.Issues.Contains(d));

    private static bool Agrees(OutcomeRule body) => CommonWords.Consent.Name(body);

    private static bool Decides(OutcomeRule body) => body.Exit is EndExit || body.Marks.Any(m => m.Moment == OwnCaseSteps.Decided);
}
