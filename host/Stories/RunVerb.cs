using System.CommandLine;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Stories;

/// <summary><c>run STORY</c>: plays a story and prints its timeline.</summary>
public static class RunVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "run");
        var file = form.Argument("STORY");
        var database = form.Text("--database", "FILE");
        var (definitions, json) = (form.Definitions(), form.Json());
        form.Command.SetAction(
            (parsed, cancellation) =>
                Run(
                    new Teller(terminal, parsed.GetValue(json)),
                    parsed.GetValue(file)!,
                    parsed.GetValue(definitions),
                    parsed.GetValue(database),
                    cancellation
                )
        );
        return form.Command;
    }

    private static async Task<int> Run(Teller teller, string file, string? definitions, string? database, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw OpeningRefusals.NoFile(FileKind.Story, file);
        var folder = StoryFiles.DefinitionsOf(file, definitions);
        var world = StoryFiles.World(folder);
        var reading = ScenarioReader.ReadStory(file, await File.ReadAllBytesAsync(file, cancellation), world);
        if (reading.Scenarios is not [var story, ..])
            return teller.Failed(reading.Problems);
        if (database is null)
            return teller.Tell(story, new Simulation(world, story.CalendarKnown), world);
        var (door, place) = await LedgerDoor.Open(database, folder, story, cancellation);
        await using (place)
            return teller.Tell(story, door, world);
    }

    private sealed record Teller(Terminal Terminal, bool Json)
    {
        internal int Tell(Scenario story, ICaseDoor door, ScenarioWorld world)
        {
            var result = ScenarioPlayer.Play(story, door, world);
            var timeline = TimelineTeller.Tell(story.Title, door, world, Terminal.Words.Language);
            if (Json)
                Terminal.Out.WriteLine(timeline.ToJson());
            else
                Terminal.Out.Write(TimelineText.Write(timeline));
            return result.Passed ? 0 : Failed(result.Failures);
        }

        internal int Failed(IEnumerable<Problem> problems)
        {
            foreach (var problem in problems)
                Terminal.Error.WriteLine(problem.Line(Terminal.Words.Language));
            return 1;
        }
    }
}
