namespace Workflow.Tests.Definitions.Reading.Steps;

public sealed class SilenceCheckTests
{
    [TestCase(
        "{for: 3 days, on-expiry: pass}",
        "",
        "error joint.silence Expected what the silence of aic.officer means at 'review', but found 'pass'. It can be agree, object or not-counted."
    )]
    [TestCase(
        "{for: 3 days, on-expiry: agree}",
        "veto: aic.officer",
        "error joint.silent_veto Expected the silence of aic.officer at 'review' to decide nothing, because it holds a veto, but it counts as agree. Take 'on-expiry' away and let 'escalate' name who is notified."
    )]
    [TestCase(
        "{for: 3 days, on-expiry: not-counted}",
        "issues: licence",
        "error joint.silent_number Expected a person to enter the number of 'licence', but the silence of aic.officer may bring 'review' to its result. Issue it at a later step."
    )]
    [TestCase(
        "{at-least: 3 days}",
        "",
        "error joint.floor Expected a period within which aic.officer answers at 'review', but found a minimum. Write it like 'for: 5 working days'."
    )]
    [TestCase(
        "{for: 3 days, extend: {by: 1 month, approver: aic.leader}}",
        "",
        "error clock.mixed_units Expected extensions of 'review/aic.officer' in the unit of its limit, but the limit counts days and the extension months."
    )]
    public void Silence_that_can_mean_nothing_is_an_error(string limit, string more, string problem) =>
        Assert.That(Problems(limit, more).Select(p => p[(p.IndexOf(' ', StringComparison.Ordinal) + 1)..]), Is.EqualTo(new[] { problem }));

    [TestCase("3 working days")]
    [TestCase("{for: 3 days, on-expiry: not-counted}")]
    [TestCase("{for: 3 days, on-expiry: agree, escalate: [aic.leader]}")]
    public void A_limit_of_ones_own_is_written_as_any_other(string limit) => Assert.That(Problems(limit, ""), Is.Empty);

    private static string[] Problems(string limit, string more) =>
        Readings.Problems(
            Readings.Process(
                $$$"""
                  - joint: review
                    title: 会签
                    participants: [window.clerk, {by: aic.officer, limit: {{{limit}}}}]
                    decide: {agree: all, otherwise: object}
                    outcomes: {agree: {title: 同意}, object: {title: 不同意}}
                    {{{more}}}
                """
            )
        );
}
