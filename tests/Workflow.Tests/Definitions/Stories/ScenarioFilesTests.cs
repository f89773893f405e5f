using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Tests.Support;

namespace Workflow.Tests.Scenarios;

/// <summary>The designers' own tests, one case each.</summary>
public sealed class ScenarioFilesTests
{
    [Test]
    public void Every_file_reads_clean() =>
        Assert.That(Stories.Readings.SelectMany(r => r.Problems).Select(p => p.English), Is.Empty);

    [TestCaseSource(typeof(Stories), nameof(Stories.All))]
    public void A_scenario_comes_out_as_written(Scenario scenario) =>
        Assert.That(Stories.Played(scenario).Result.Failures.Select(p => p.English), Is.Empty);
}
