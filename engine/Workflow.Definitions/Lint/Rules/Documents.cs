using Workflow.Engine.Laws;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>A document is declared to be issued, and a decision is issued to be delivered.</summary>
internal static class Documents
{
    public static readonly LintRule NeverIssued = LintRule.Warning("document.never_issued");

    public static readonly LintRule NeverDelivered = LintRule.Warning("document.never_delivered");

    public static void Check(Subject subject, Findings findings)
    {
        var issued = subject
            .Bodies.SelectMany(b => b.Body.Issues)
            .Concat(subject.Clocks().SelectMany(c => c.Rule.Extensions).Select(e => e.Issues ?? ""))
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var document in subject.Definition.Documents.Where(d =>
                !issued.Contains(d.Id) && subject.Places.Document(d.Id).File == subject.File
            )
        )
            findings.Add(NeverIssued, subject.Places.Document(document.Id), ("document", document.Id));
        var served = subject.Law.Demanding(Duty.Served);
        foreach (var (document, by) in Undelivered(subject))
        {
            var parts = by.Split('/');
            findings.Add(
                NeverDelivered,
                subject.Places.Outcome(parts[0], parts[1], "issues"),
                served,
                ("document", document),
                ("step", parts[0]),
                ("outcome", parts[1])
            );
        }
    }

    private static IEnumerable<(string Document, string By)> Undelivered(Subject subject) =>
        subject.Paths.Ends.SelectMany(e => e.State.Undelivered.Select(d => (d, e.State.Documents[d]))).Distinct().Order();
}
