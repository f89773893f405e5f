using Workflow.Definitions.Wording;
using System.CommandLine;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Syntax;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Stories;

/// <summary><c>run STORY</c>: plays a story and prints its timeline.</summary>
public static class RunVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "run", Help.Run);
        var file = form.Argument("STORY");
        var database = form.Text("--database", "FILE");
        var (definitions, json) = (form.Definitions(), form.Json());
        form.Command.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(file)!, parsed.GetValue(definitions), parsed.GetValue(database), parsed.GetValue(json), cancellation));
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, string file, string? definitions, string? database, bool json, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw OpeningRefusals.NoFile(FileKind.Story, file);
        var folder = StoryFiles.DefinitionsOf(file, definitions);
        var world = StoryFiles.World(folder);
        var reading = ScenarioReader.ReadStory(file, await File.ReadAllBytesAsync(file, cancellation), world);
        if (reading.Scenarios is not [var story, ..]) return Failed(terminal, reading.Problems);
        if (database is null) return Tell(terminal, story, new Simulation(world, story.CalendarKnown), world, json);
        var (door, place) = await LedgerDoor.Open(database, folder, story, cancellation);
        await using (place) return Tell(terminal, story, door, world, json);
    }

    private static int Tell(Terminal terminal, Scenario story, ICaseDoor door, ScenarioWorld world, bool json)
    {
        var result = ScenarioPlayer.Play(story, door, world);
        var timeline = TimelineTeller.Tell(story.Title, door, world);
        if (json) terminal.Out.WriteLine(timeline.ToJson());
        else terminal.Out.Write(TimelineText.Write(timeline));
        return result.Passed ? 0 : Failed(terminal, result.Failures);
    }

    private static int Failed(Terminal terminal, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) terminal.Error.WriteLine(problem.Line(terminal.Words.Language));
        return 1;
    }
}
