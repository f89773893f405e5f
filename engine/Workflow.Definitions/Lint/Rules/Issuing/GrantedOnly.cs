using Workflow.Engine.Laws;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>A limit that the law sets for granted cases must not run on a path that granted nothing.</summary>
internal static class GrantedOnly
{
    public static readonly LintRule Rule = LintRule.Warning("clock.granted_only");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (
            var (clock, step, at) in subject
                .Clocks()
                .Where(c => SpeaksOfGrants(subject, c.Rule.Basis) && c.Rule.Limits.Any(l => l.When is null))
        )
        {
            var states = step is null
                ? subject.Paths.Ends.Select(e => e.State).Where(s => clock.From.Any(s.Moments.ContainsKey))
                : subject.Paths.Opened(step.Id);
            if (states.FirstOrDefault(s => !s.Refused.IsEmpty && !s.Documents.Keys.Any(subject.Papers.IsPermit)) is { } state)
                findings.Add(
                    Rule,
                    at("basis="),
                    subject.Law.Said(clock.Basis),
                    ("clock", clock.Id),
                    ("basis", clock.Basis.ToString()),
                    ("refusal", state.Refused[0].ToString())
                );
        }
    }

    private static bool SpeaksOfGrants(Subject subject, LegalBasis basis) =>
        subject.Law.Book.About(basis).Any(a => a.Duties.Contains(Duty.GrantedOnly));
}
