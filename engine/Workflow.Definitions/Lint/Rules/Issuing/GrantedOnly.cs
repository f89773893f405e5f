using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>A limit that the law sets for granted cases must not run on a path that granted nothing.</summary>
internal static class GrantedOnly
{
    public static readonly LintRule Rule = LintRule.Warning("clock.granted_only");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var clock in subject.Clocks().Where(c => SpeaksOfGrants(subject, c.Rule.Basis) && c.Rule.Limits.Any(l => l.When is null)))
            if (Runs(subject, clock).FirstOrDefault(s => GrantsNothing(subject, s)) is { } state)
                findings.Add(
                    Rule,
                    clock.At("basis="),
                    subject.Law.Said(clock.Rule.Basis),
                    ("clock", clock.Rule.Id),
                    ("basis", clock.Rule.Basis.ToString()),
                    ("refusal", state.Refused[0].ToString())
                );
    }

    // How a case may stand where the clock runs, or has run.
    private static IEnumerable<PathState> Runs(Subject subject, PlacedClock clock) =>
        clock.Step is { } step
            ? subject.Paths.Opened(step.Id)
            : subject.Paths.Ends.Select(e => e.State).Where(s => clock.Rule.From.Any(s.Moments.ContainsKey));

    private static bool GrantsNothing(Subject subject, PathState state) =>
        !state.Refused.IsEmpty && !state.Documents.Keys.Any(subject.Papers.IsPermit);

    private static bool SpeaksOfGrants(Subject subject, LegalBasis basis) =>
        subject.Law.Book.About(basis).Any(a => a.Duties.Contains(Duty.GrantedOnly));
}
