using Workflow.Definitions.Lint.Rules;

namespace Workflow.Tests.Definitions.Lint.Rules;

public sealed class EndRuleTests
{
    [Test]
    public void A_title_for_an_end_that_nothing_gives_is_an_error() =>
        Drafts.Finds(
            EndTitles.Unknown,
            "Expected an outcome that ends the case as 'grantd', but none does.",
            """
            ends: {granted: 准予, «grantd: 准予}
            steps:
              - {step: decide, by: bureau.officer, end: granted}
            """
        );

    [Test]
    public void An_end_without_a_title_beside_others_is_a_warning() =>
        Drafts.Finds(
            EndTitles.Untitled,
            "Expected a title for 'refused' under 'ends', but there is none.",
            """
            ends: {granted: {zh: 准予, en: Granted}}
            steps:
              - {step: decide, by: bureau.officer, outcomes: {grant: {title: 准予, end: granted}, refuse: {title: 不予, reasons: required, remedies: free, «end: refused}}}
            """
        );

    [TestCase("ends: {granted: 准予, terminated: 终止}\n")]
    [TestCase("")]
    public void Titles_for_every_end_and_for_the_common_ones_pass_and_so_does_none_at_all(string ends)
    {
        var draft = ends + "steps:\n  - {step: decide, by: bureau.officer, end: granted}\n";
        Drafts.Passes(EndTitles.Unknown, draft);
        Drafts.Passes(EndTitles.Untitled, draft);
    }
}
