using System.Text.Json.Nodes;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Entries;
using Workflow.Host.Opening;
using Workflow.Host.Stories;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Tests.Samples;

namespace Workflow.Tests.Host.Stories;

/// <summary>A simulation and the real storage are two doors to the same house.</summary>
public sealed class StoryDoorTests
{
    // What lies in the vault is plain text in a simulation and a salted hash in the ledger.
    private static readonly string[] Personal = ["signed-by", "identity", "agent"];
    private const string Signer = "签收人：";

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-story-").FullName;
    private readonly DefinitionFolder _definitions = DefinitionFolder.Read(Repository.Definitions);

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(typeof(SampleTests), nameof(SampleTests.All))]
    public Task A_sample_gives_the_same_entries_through_both_doors(string sample)
    {
        var path = Path.Combine(Repository.Definitions, "..", "samples", sample, "story.yaml");
        return Both_doors_agree(ScenarioReader.ReadStory(path, File.ReadAllBytes(path), ShippedStories.World).Scenarios.Single());
    }

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public Task A_scenario_gives_the_same_entries_through_both_doors(Scenario scenario) => Both_doors_agree(scenario);

    private async Task Both_doors_agree(Scenario story)
    {
        var simulation = new Simulation(ShippedStories.World, story.CalendarKnown);
        ScenarioPlayer.Play(story, simulation, ShippedStories.World);
        var (door, place) = await LedgerDoor.Open(
            Path.Combine(_folder, $"{Guid.NewGuid():n}.db"),
            _definitions,
            story,
            CancellationToken.None
        );
        await using (place)
        {
            Assert.That(ScenarioPlayer.Play(story, door, ShippedStories.World).Failures.Select(p => p.English), Is.Empty);
            Assert.That(door.Cases, Is.EqualTo(simulation.Cases));
            foreach (var number in simulation.Cases)
                Assert.That(Text(door.Entries(number)), Is.EqualTo(Text(simulation.Entries(number))));
            Assert.That(new Verify(place.Database).Run().Faults, Is.Empty);
            Assert.That(new Rebuild(place.Database, place.Processes).Compare(), Is.Empty);
        }
    }

    private static string[] Text(IEnumerable<LedgerEntry> entries) =>
        [.. entries.Select(e => Plain(JsonNode.Parse(LedgerJson.Write(e with { Previous = "" })))!.ToJsonString())];

    // A receipt says who signed, on disk as a sealed value.
    private static void WithoutSigner(JsonObject thing)
    {
        if (thing["text"] is not JsonValue text || !text.GetValue<string>().Contains(Signer, StringComparison.Ordinal))
            return;
        thing["text"] = string.Join('\n', text.GetValue<string>().Split('\n').Where(l => !l.StartsWith(Signer, StringComparison.Ordinal)));
        thing.Remove("sha256");
    }

    private static JsonNode? Plain(JsonNode? node)
    {
        if (node is JsonObject thing)
        {
            foreach (var personal in Personal)
                thing.Remove(personal);
            WithoutSigner(thing);
            foreach (var (_, value) in thing)
                Plain(value);
        }

        foreach (var item in node as JsonArray ?? [])
            Plain(item);
        return node;
    }
}
