using System.Text.RegularExpressions;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Host.Cases;

namespace Workflow.Tests.Samples;

/// <summary>The requests of every walk-through, passed through the door in their order, lead to a concluded case.</summary>
public sealed partial class WalkthroughTests
{
    [TestCaseSource(typeof(SampleTests), nameof(SampleTests.All))]
    public void A_walkthrough_ends_with_a_concluded_case(string sample)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Definitions, "..", "samples", sample, "walkthrough.http"));
        var door = new Simulation(ShippedStories.World);
        var at = Shelf.Calendar.InstantOf(Shelf.Day(Today().Match(text).Groups[1].Value), new TimeOnly(9, 0));
        foreach (var post in Post().Matches(text).Some())
        {
            var request = new Request(
                post.Groups["who"].Value,
                Command(post.Groups["body"].Value, door.Cases.Select(door.State).FirstOrDefault(), at)
            );
            Assert.That(door.Submit(door.Cases.FirstOrDefault(), request, at).Refusal, Is.Null, post.Value);
        }

        Assert.That(door.State(door.Cases.Single())!.Stage, Is.EqualTo(CaseStage.Concluded));
        Assert.That(text, Does.Contain($"@case = {door.Cases.Single()}\n"));
    }

    private static CaseCommand Command(string body, CaseState? state, DateTimeOffset at)
    {
        var command = CommandBody.Read(body);
        var process = command is Lodge lodge
            ? ShippedStories.World.InForce(lodge.Process, Shelf.Calendar.DayOf(at))
            : ShippedStories.World.Bound(state!.Definition);
        return TypedFields.Fit(process, command);
    }

    [GeneratedRegex("--today (\\S+)")]
    private static partial Regex Today();

    [GeneratedRegex("POST .*\\nAuthorization: Bearer \\{\\{(?<who>[^}]+)\\}\\}\\n(?:.+\\n)*\\n(?<body>\\{.*\\})")]
    private static partial Regex Post();
}
