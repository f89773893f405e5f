using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads files of scenarios and stories: text in, scenarios and every problem at once out. It never throws for what a file may hold.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file of scenarios.</summary>
    /// <param name="file">The file's name, for positions.</param>
    /// <param name="bytes">Its bytes, UTF-8.</param>
    /// <param name="world">The definitions and the register that the names are checked against.</param>
    public static ScenarioReading Read(string file, ReadOnlySpan<byte> bytes, ScenarioWorld world) =>
        Of(file, bytes, (scope, root) => Listed(scope, root, world));

    /// <summary>Reads a story: one scenario in a file of its own.</summary>
    /// <inheritdoc cref="Read"/>
    public static ScenarioReading ReadStory(string file, ReadOnlySpan<byte> bytes, ScenarioWorld world) =>
        Of(file, bytes, (scope, root) => Single(scope, root, world));

    private static ScenarioReading Of(string file, ReadOnlySpan<byte> bytes, Func<Scope, SyntaxNode, IEnumerable<Scenario?>> read)
    {
        var problems = new Problems();
        var root = SyntaxReader.Read(file, bytes, problems);
        List<Scenario> found = root is null ? [] : [.. read(ScopeOf(problems), root).OfType<Scenario>()];
        return new ScenarioReading(file, problems.HasErrors ? [] : [.. found], problems.All);
    }

    private static IEnumerable<Scenario?> Listed(Scope scope, SyntaxNode root, ScenarioWorld world) =>
        Shape.Of(scope, root, ScenarioKeys.File, Things.FileOfScenarios) is { } shape && Process(scope, shape, world) is { } process
            ? Values
                .Items(shape.Required("scenarios", Things.TheFile))
                .Select(item => Scenario(scope, item, ScenarioKeys.Scenario, process, world))
            : [];

    private static IEnumerable<Scenario?> Single(Scope scope, SyntaxNode root, ScenarioWorld world) =>
        Shape.Of(scope, root, ScenarioKeys.Story, Things.Story) is { } shape && Process(scope, shape, world) is { } process
            ? [Scenario(scope, root, ScenarioKeys.Story, process, world)]
            : [];

    private static Scope ScopeOf(Problems problems) => new(Walk.Alone(problems));

    private static string? Process(Scope scope, Shape shape, ScenarioWorld world)
    {
        if (shape.Scalar("process", Things.TheIdOfAProcess, requiredBy: Things.TheFile) is not { } id)
            return null;
        var known = world.Processes.Select(p => p.Definition.Id).Distinct().ToList();
        if (known.Contains(id.Text))
            return id.Text;
        scope.Error(id.At, ScenarioProblems.UnknownProcess(Shape.Words(id), Ways.Near(id.Text, known)));
        return null;
    }

    private static Scenario? Scenario(Scope scope, SyntaxNode item, KeySet keys, string process, ScenarioWorld world)
    {
        if (Shape.Of(scope, item, keys, Things.Scenario) is not { } shape)
            return null;
        var title = shape.Words(keys.Keys[0], Things.Title, requiredBy: Things.TheScenario);
        var moves = Moves(shape, process, world);
        return title is null || moves is null
            ? null
            : new Scenario
            {
                At = shape.At,
                Title = title.Zh,
                TitleEn = title.En,
                Note = shape.Passage("note", Things.Note),
                Process = process,
                CalendarKnown = Days.Of(scope, shape["calendar-known"]),
                Moves = moves.Value,
            };
    }

    private static ImmutableArray<Move>? Moves(Shape shape, string process, ScenarioWorld world)
    {
        var items = Values.Items(shape.Required("moves", Things.TheScenario)).ToList();
        if (Names(items, process, world) is not { } names)
            return null;
        var moves = Moves(shape.Scope, items, names);
        foreach (var (earlier, later) in moves.Zip(moves.Skip(1)).Where(p => Moment(p.Second).CompareTo(Moment(p.First)) < 0))
            shape.Scope.Error(later.At, ScenarioProblems.Order(Written(later), Written(earlier)));
        return moves;
    }

    private static (DateOnly Day, TimeOnly Time) Moment(Move move) => (move.Day, move.Time);

    private static string Written(Move move) => $"{move.Day:yyyy-MM-dd} {move.Time:HH:mm}";

    // A case that has moved to another definition is told of in its names.
    private static ImmutableArray<Move> Moves(Scope scope, List<SyntaxNode> moves, StoryNames first)
    {
        var (read, names) = (ImmutableArray.CreateBuilder<Move>(), new Dictionary<string, StoryNames>(StringComparer.Ordinal));
        foreach (var item in moves)
        {
            var about = CaseOf(item);
            foreach (var move in MoveReader.Read(scope, item, names.GetValueOrDefault(about, first)))
            {
                if (move is { RefusedWith: null, Request.Command: MigrateCase to })
                    names[about] = first.Under(to.To);
                read.Add(move);
            }
        }

        return read.ToImmutable();
    }

    private static string CaseOf(SyntaxNode move) => ((move as MapSyntax)?["case"] as ScalarSyntax)?.Text ?? "";

    // The day of the first move says which definition binds, and so what names and types mean.
    private static StoryNames? Names(List<SyntaxNode> moves, string process, ScenarioWorld world)
    {
        var first = moves.OfType<MapSyntax>().Select(m => (m["effective"] ?? m["on"] ?? m["at"]) as ScalarSyntax).FirstOrDefault();
        var day = WrittenDay.Read(first?.Text.Split(' ')[0]) ?? DateOnly.MaxValue;
        return world.Nearest(process, day) is { } definition ? new StoryNames(definition, world) : null;
    }
}
