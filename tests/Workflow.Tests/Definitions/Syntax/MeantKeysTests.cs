using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Syntax;

/// <summary>A misspelt key is one problem with its cure; that the right one is missing is not told beside it.</summary>
public sealed class MeantKeysTests
{
    private static readonly string Process = Readings.Process("  - {step: licence, by: aic.officer, outcomes: {grant: 准予}}\n");

    [TestCase("process: sample", "proces: sample", "process")]
    [TestCase("title: 样例", "titel: 样例", "title")]
    [TestCase("in-force: 2020", "inforce: 2020", "in-force")]
    [TestCase("item: {code", "itme: {code", "item")]
    [TestCase("type: 行政许可", "tpye: 行政许可", "type")]
    [TestCase("steps:", "stpes:", "steps")]
    [TestCase("outcomes: {grant", "outcome: {grant", "outcomes")]
    public void A_misspelt_key_is_one_problem(string right, string wrong, string meant)
    {
        var clean = Problems(Process);
        var found = Problems(Process.Replaced(right, wrong)).Except(clean).ToList();
        Assert.That(found, Is.EqualTo(new[] { ("file.unknown_key", (string?)$"Did you mean '{meant}'?") }));
    }

    [Test]
    public void A_key_that_stands_beside_the_right_one_is_not_read_for_it()
    {
        var found = Problems(Process.Replaced("title: 样例", "title: 样例\ntitel: 别的")).Except(Problems(Process));
        Assert.That(found.Select(p => p.Code), Is.EqualTo(new[] { "file.unknown_key" }));
    }

    private static List<(string Code, string? Way)> Problems(string text) =>
        [.. DefinitionReader.Read("p.yaml", text, DefinitionLibrary.Empty).Problems.Select(p => (p.Code, p.In(Language.En).WayOut))];
}
