using System.Text.RegularExpressions;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories.Timelines;

/// <summary>Who reads Chinese meets no id of a moment in what is told of the shipped definitions.</summary>
public sealed partial class ChineseTimelineTests
{
    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_moment_of_a_shipped_scenario_has_a_chinese_name(Scenario scenario)
    {
        var (door, _) = ShippedStories.Played(scenario);
        var timeline = TimelineTeller.Tell("", door, ShippedStories.World, Language.Zh);
        Assert.That(TimelineText.Write(timeline).Split('\n').Where(line => Untitled().IsMatch(line)), Is.Empty);
    }

    [GeneratedRegex("^\\s*[a-z][a-z-]*日：")]
    private static partial Regex Untitled();
}
