using System.Text;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories;

public sealed class ScenarioPlayerTests
{
    private const string Received = """
        process: three-certificates
        scenarios:
          - scenario: 收件
            moves:
              - {on: 2014-05-05, lodge: {applicant: chen-jie, form: {name: 晨光}}}
              - {on: 2014-05-05, by: wang-fang, complete: receive, materials: [application]}
        """;

    [Test]
    public void A_wrong_date_is_told_with_its_place() =>
        Assert.That(
            Play("- {on: 2014-05-06, expect: {due: {acceptance: 2014-05-13}, open: receive}}"),
            Is.EqualTo(
                new[]
                {
                    "s.yaml:7:41 error scenario.expected Expected 'due' of 'acceptance' to be 2014-05-13, but it is 2014-05-12.",
                    "s.yaml:7:66 error scenario.expected Expected 'open' to be receive, but it is acceptance.",
                }
            )
        );

    [Test]
    public void A_refusal_nobody_expected_is_told_with_its_sentence() =>
        Assert.That(
            Play("- {on: 2014-05-06, by: li-ming, complete: acceptance, outcome: accept}").Single(),
            Is.EqualTo(
                "s.yaml:7:9 error scenario.refused Expected the act to be accepted, but it was refused with step.not_yours: Only a clerk of the Service Centre Window may act at 'Acceptance review'; 李明 may not. Leave it to somebody entitled, or act in the name of one whose deputy you are."
            )
        );

    [Test]
    public void A_refusal_that_did_not_come_is_told() =>
        Assert.That(
            Play("- {on: 2014-05-06, by: wang-fang, complete: acceptance, outcome: accept, refused: step.not_yours}").Single(),
            Is.EqualTo("s.yaml:7:9 error scenario.not_refused Expected the act to be refused with step.not_yours, but it was accepted.")
        );

    [Test]
    public void Another_refusal_than_the_expected_one_is_told() =>
        Assert.That(
            Play("- {on: 2014-05-06, by: li-ming, complete: acceptance, outcome: accept, refused: step.held}").Single(),
            Does.Contain("refused with step.held, but it was refused with step.not_yours")
        );

    [Test]
    public void A_story_without_a_case_ends_at_once() =>
        Assert.That(
            Failures(
                    "process: three-certificates\nscenarios:\n  - scenario: 无\n    moves:\n      - {on: 2014-05-06, by: li-ming, complete: licence, outcome: grant}\n      - {on: 2014-05-07, expect: {open: licence}}"
                )
                .Single(),
            Does.Contain("scenario.no_case Expected a case that was lodged before, but there is none.")
        );

    private static List<string> Play(string move) => Failures($"{Received}\n      {move}");

    private static List<string> Failures(string text)
    {
        var reading = ScenarioReader.Read("s.yaml", Encoding.UTF8.GetBytes(text), ShippedStories.World);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        return [.. ScenarioPlayer.Play(reading.Scenarios.Single(), ShippedStories.World).Failures.Select(p => p.English)];
    }
}
