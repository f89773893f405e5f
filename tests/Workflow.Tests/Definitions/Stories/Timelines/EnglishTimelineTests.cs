using System.Text.RegularExpressions;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories.Timelines;

/// <summary>Who reads English reads every title of the shipped definitions in English.</summary>
public sealed partial class EnglishTimelineTests
{
    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_shipped_scenario_is_told_in_english_but_for_names_numbers_and_what_people_wrote(Scenario scenario)
    {
        var (door, _) = ShippedStories.Played(scenario);
        var timeline = TimelineTeller.Tell("", door, ShippedStories.World, Language.En);
        var names = ShippedStories.World.Register.People.Select(p => p.Name).ToList();
        var lines = TimelineText.Write(timeline).Split('\n').Select(line => Plain(line, names));
        Assert.That(lines.Where(line => Chinese().IsMatch(line)), Is.Empty);
    }

    private static string Plain(string line, IEnumerable<string> names) =>
        names.Aggregate(Said().Replace(line, ""), (text, name) => text.Replace(name, "", StringComparison.Ordinal));

    // What somebody wrote or entered, the law cited, and the number of a paper.
    [GeneratedRegex(
        "\"[^\"]*\"|\\((?:[^()]|\\([^()]*\\))*\\)|\\p{IsCJKUnifiedIdeographs}+\\d+|《[^》]*》|\\p{IsCJKUnifiedIdeographs}*法\\(\\d{4}\\)[^,;)]*|\\S*〔\\d{4}〕\\S*"
    )]
    private static partial Regex Said();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
