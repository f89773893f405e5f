using Workflow.Definitions.Lint.Rules.Clocks;
using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Lint.Rules.Issuing;

namespace Workflow.Tests.Definitions.Lint.Rules.Flow;

public sealed class AfterRuleTests
{
    [Test]
    public void A_step_after_the_end_without_a_limit_is_a_warning() =>
        Drafts.Finds(
            AfterWork.OpenForEver,
            "Expected a limit at 'archive', but there is none, so the case may never be closed.",
            """
            steps:
              - {step: decide, by: bureau.officer, end: granted}
            after:
              - «{step: archive, by: bureau.officer}
            """
        );

    [Test]
    public void A_decision_after_the_end_is_a_warning() =>
        Drafts.Finds(
            AfterWork.Decides,
            "Expected the decision before the end of the case, but 'refuse' of 'reconsider' decides after it.",
            """
            steps:
              - {step: decide, by: bureau.officer, end: granted}
            after:
              - {step: reconsider, by: bureau.officer, limit: 5 days, outcomes: {keep: 维持, «refuse: {title: 驳回, reasons: required, remedies: free}}}
            """
        );

    [Test]
    public void What_the_after_care_delivers_is_delivered_and_a_clock_that_waits_for_it_stops()
    {
        const string draft = """
            documents: {licence: {title: 经营许可证, number: 许〔<year>〕<serial>号}}
            clocks:
              issue: {title: 送达期限, for: 10 working days, from: decided, until: delivered, basis: internal}
            steps:
              - {step: decide, by: bureau.officer, marks: decided, issues: licence, end: granted}
            after:
              - {step: deliver, by: window.clerk, limit: 10 working days, marks: delivered}
            """;
        foreach (
            var rule in new[]
            {
                Documents.NeverDelivered,
                ClockStops.Never,
                ClockStops.OnlyAtEnd,
                AfterWork.OpenForEver,
                AfterWork.Decides,
                Reach.NeverReached,
                MomentUse.NeverUsed,
            }
        )
            Drafts.Passes(rule, draft);
    }

    [Test]
    public void An_end_after_the_end_is_an_error() =>
        Assert.That(
            Readings
                .Problems(
                    Readings.Process("  - {step: decide, by: aic.officer}")
                        + "\nafter:\n  - {step: archive, by: aic.officer, end: archived}\n"
                )
                .Single(),
            Does.EndWith(
                "after.end Expected 'archive' to come after the end of the case, but done ends it again. Take 'end' away: the case is closed when the list is done."
            )
        );
}
