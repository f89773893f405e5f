using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint.Rules.Flow;

public sealed class CallRuleTests
{
    private static readonly string Called = SmallOffice
        .Process(
            """
              - {step: measure, title: 测量, by: hall.clerk, outcomes: {passed: {title: 合格, end: passed}, failed: {title: 不合格, end: failed}}}
            any-time:
              - {step: withdrawal, title: 撤回, by: applicant, end: withdrawn}
            """
        )
        .Replaced("process: sample", "process: survey")
        .Replaced("P-1", "P-2");

    [Test]
    public void An_end_of_the_called_process_without_an_outcome_is_an_error() =>
        Assert.That(
            Found("{passed: 合格, failed: 不合格}"),
            Is.EqualTo(
                new[]
                {
                    "p.yaml:9:46 Expected an outcome of 'site' for every end of 'survey', but there is none for withdrawn. Add 'withdrawn' to its outcomes, or 'otherwise' for every end that is not named.",
                }
            )
        );

    [TestCase("{passed: 合格, failed: 不合格, withdrawn: 撤回}")]
    [TestCase("{passed: 合格, otherwise: 其他}")]
    [TestCase("{done: 已测绘}")]
    public void Every_end_named_or_taken_together_is_enough(string outcomes) => Assert.That(Found(outcomes), Is.Empty);

    [Test]
    public void A_process_that_calls_itself_is_an_error() =>
        Assert.That(
            Recursive(("sample", "sample")),
            Is.EqualTo(
                new[]
                {
                    "0.yaml:9:18 call.recursive Expected calls that come to an end, but 'sample' leads back to 'sample': sample, sample.",
                }
            )
        );

    [Test]
    public void Two_that_call_each_other_are_an_error_at_both() =>
        Assert.That(
            Recursive(("sample", "survey"), ("survey", "sample")),
            Is.EqualTo(
                new[]
                {
                    "0.yaml:9:18 call.recursive Expected calls that come to an end, but 'survey' leads back to 'sample': sample, survey, sample.",
                    "1.yaml:9:18 call.recursive Expected calls that come to an end, but 'sample' leads back to 'survey': survey, sample, survey.",
                }
            )
        );

    [Test]
    public void One_that_calls_another_passes() => Assert.That(Recursive(("sample", "survey")), Is.Empty);

    private static IEnumerable<string> Recursive(params (string Process, string Called)[] calls)
    {
        var files = calls
            .Select(
                (c, i) =>
                    (
                        $"{i}.yaml",
                        Encoding.UTF8.GetBytes(
                            SmallOffice
                                .Process($"  - {{call: site, process: {c.Called}, title: 测绘, outcomes: {{done: 已测绘}}}}")
                                .Replaced("process: sample\n", $"process: {c.Process}\n")
                        )
                    )
            )
            .ToList();
        var others = calls.Any(c => c.Process == "survey") ? [] : new[] { ("survey.yaml", Encoding.UTF8.GetBytes(Called)) };
        return WholeLint
            .Lint(new LintedFolder(DefinitionLibrary.Of([.. files, .. others]), null), [])
            .Where(p => p.Code == "call.recursive")
            .Select(p => $"{p.At} {p.Code} {p.In(Language.En).Sentence}");
    }

    private static IEnumerable<string> Found(string outcomes)
    {
        var caller = SmallOffice.Process($"  - {{call: site, title: 测绘, process: survey, outcomes: {outcomes}}}");
        var library = DefinitionLibrary.Of([("p.yaml", Encoding.UTF8.GetBytes(caller)), ("q.yaml", Encoding.UTF8.GetBytes(Called))]);
        return WholeLint
            .Lint(new LintedFolder(library, null), [])
            .Where(p => p.Code == CallEnds.Rule.Code)
            .Select(p => $"{p.At} {p.In(Language.En)}");
    }
}
