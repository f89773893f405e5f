using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Samples;

/// <summary>Every sample runs, and tells the timeline that lies beside it.</summary>
public sealed class SampleTests
{
    public static IEnumerable<string> All() =>
        Directory
            .EnumerateFiles(Folder, "story.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetFileName(Path.GetDirectoryName(f))!)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(All))]
    public void A_sample_comes_out_as_written(string sample) => Assert.That(Play(sample).Result.Failures.Select(p => p.English), Is.Empty);

    [TestCaseSource(nameof(All))]
    public void A_sample_tells_its_approved_timeline(string sample) => Approve(sample, "timeline.approved.txt", Language.Zh);

    [Test]
    public void A_sample_tells_its_approved_timeline_in_english() => Approve("three-certificates", "timeline.en.approved.txt", Language.En);

    private static void Approve(string sample, string file, Language language)
    {
        var path = Path.Combine(Folder, sample, file);
        var received = path.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var actual = TimelineText.Write(Play(sample, language).Timeline);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == actual)
            File.Delete(received);
        else
            File.WriteAllText(received, actual);
        Assert.That(actual, Is.EqualTo(expected), $"If the change is meant, move {received} over {path}.");
    }

    [TestCaseSource(nameof(All))]
    public void A_timeline_has_a_form_for_machines(string sample)
    {
        var timeline = Play(sample).Timeline;
        using var json = System.Text.Json.JsonDocument.Parse(timeline.ToJson());
        Assert.That(json.RootElement.GetProperty("days").GetArrayLength(), Is.EqualTo(timeline.Days.Length));
    }

    private static string Folder => Path.Combine(Repository.Definitions, "..", "samples");

    private static (ScenarioResult Result, Timeline Timeline) Play(string sample, Language language = Language.Zh)
    {
        var reading = ScenarioReader.ReadStory(
            $"{sample}/story.yaml",
            File.ReadAllBytes(Path.Combine(Folder, sample, "story.yaml")),
            ShippedStories.World
        );
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        var (story, door) = (reading.Scenarios.Single(), new Simulation(ShippedStories.World));
        return (
            ScenarioPlayer.Play(story, door, ShippedStories.World),
            TimelineTeller.Tell(story.Words().In(language), door, ShippedStories.World, language)
        );
    }
}
