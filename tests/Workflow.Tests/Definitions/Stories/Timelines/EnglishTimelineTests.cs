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
        var cases = door.Cases.Select(number => door.State(number)!).ToList();
        var given = cases.SelectMany(c => c.Parties.Select(p => p.Name).Concat(c.Files.Select(f => f.Name)));
        var names = ShippedStories.World.Register.People.Select(p => p.Name).Concat(given).ToList();
        var lines = TimelineText.Write(timeline).Split('\n').Select(line => Plain(line, names));
        Assert.That(lines.Where(line => Tongues.Chinese().IsMatch(line)), Is.Empty);
    }

    private static string Plain(string line, IEnumerable<string> names) =>
        Said().Replace(names.Aggregate(line, (text, name) => text.Replace(name, "", StringComparison.Ordinal)), "");

    // What somebody wrote or entered, the law cited, and the number of a paper. In brackets stand the way of service, the paper of
    // a promise, the register of another department and the ground of a pause as its law calls it; no other brackets are left out.
    [GeneratedRegex(
        "\"[^\"]*\""
            + "|(?<=served on [-0-9]+ |promised by [-0-9]+ |obtained from another department |(?:paused|resumed) clock '[^']*' )\\([^()]*\\)"
            + "|\\p{IsCJKUnifiedIdeographs}+\\d+|《[^》]*》|\\p{IsCJKUnifiedIdeographs}+\\(\\d{4}\\)[^,;)]*|\\S*〔\\d{4}〕\\S*"
    )]
    private static partial Regex Said();
}
