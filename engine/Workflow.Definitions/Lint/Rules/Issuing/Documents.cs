using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>A document is declared to be issued, and a decision is issued to be delivered.</summary>
internal static class Documents
{
    public static readonly LintRule NeverIssued = LintRule.Warning("document.never_issued");

    public static readonly LintRule NeverDelivered = LintRule.Warning("document.never_delivered");

    public static void Check(Subject subject, Findings findings)
    {
        var issued = Issued(subject).ToHashSet(StringComparer.Ordinal);
        foreach (var document in subject.Definition.Documents.Where(d => !issued.Contains(d.Id)))
            if (subject.Places.Document(document.Id) is var at && at.File == subject.File)
                findings.Add(NeverIssued, at, ("document", document.Id));
        foreach (var (document, by) in Undelivered(subject))
            NotDelivered(subject, document, by, findings);
    }

    private static void NotDelivered(Subject subject, string document, OutcomeKey by, Findings findings)
    {
        var act = subject.Adverse.At(by);
        var law = act is null ? subject.Law.Demanding(Duty.Served) : act.Demanding(Duty.Served)?.Cited;
        findings.Add(
            act is null || law is null ? NeverDelivered : AdverseDuties.NotServed,
            subject.Places.Outcome(by.Step, by.Outcome, "issues"),
            law,
            ("document", document),
            ("step", by.Step),
            ("outcome", by.Outcome)
        );
    }

    private static IEnumerable<string> Issued(Subject subject) =>
        subject
            .Bodies.SelectMany(b => b.Body.Issues)
            .Concat(subject.Clocks().SelectMany(c => c.Rule.Extensions).Select(e => e.Issues).OfType<string>());

    private static IEnumerable<(string Document, OutcomeKey By)> Undelivered(Subject subject) =>
        subject.Paths.Ends.SelectMany(e => e.State.Undelivered.Select(d => (d, e.State.Documents[d]))).Distinct().Order();
}
