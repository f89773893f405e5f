using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories;

/// <summary>The designers' own tests, one case each.</summary>
public sealed class ScenarioFilesTests
{
    [Test]
    public void Every_file_reads_clean() =>
        Assert.That(ShippedStories.Readings.SelectMany(r => r.Problems).Select(p => p.English), Is.Empty);

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_scenario_comes_out_as_written(Scenario scenario) =>
        Assert.That(ShippedStories.Played(scenario).Result.Failures.Select(p => p.English), Is.Empty);
}
