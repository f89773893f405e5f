using System.CommandLine;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Stories;

/// <summary><c>run STORY</c>: plays a story and prints its timeline.</summary>
internal sealed class RunVerb(VerbForm form)
{
    private readonly Argument<string> _story = form.Argument("STORY");
    private readonly Option<string?> _database = form.Text("--database", "FILE");
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<bool> _json = form.Json();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "run");
        return form.Does(new RunVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var (file, teller) = (given.GetValue(_story)!, new Teller(form.Terminal, given.GetValue(_json)));
        var bytes = InputFile.Bytes(FileKind.Story, file);
        var folder = StoryFiles.DefinitionsOf(file, given.GetValue(_definitions));
        var world = StoryFiles.World(folder);
        var reading = ScenarioReader.ReadStory(file, bytes, world);
        if (reading.Scenarios is not [var story, ..])
            throw OpeningRefusals.BrokenWith(FileKind.Story, reading.Problems);
        if (given.GetValue(_database) is not { } database)
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
            var timeline = TimelineTeller.Tell(Terminal.Words.Title(story.Words()), door, world, Terminal.Words.Language);
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
