using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Mining.Maps;

/// <summary>Reads mapping files: text in, a map or every problem at once out. It never throws for what a file may hold.</summary>
public static class LogMapReader
{
    /// <summary>Reads a map: of one process, or of several whose cases an attribute tells apart.</summary>
    /// <param name="file">The file's name, for positions.</param>
    /// <param name="bytes">Its bytes, UTF-8.</param>
    /// <param name="definitions">The definitions whose names it uses, at least one; no two of one process.</param>
    /// <param name="problems">Collects what should be mended; warnings leave the map usable.</param>
    /// <returns>The map of each definition, in their order; empty when any problem is an error.</returns>
    public static ImmutableArray<LogMap> Read(string file, ReadOnlySpan<byte> bytes, IReadOnlyList<ProcessDefinition> definitions, Problems problems)
    {
        var found = new Problems();
        var scope = new Scope(new Walk(found, null, DefinitionLibrary.Empty));
        ImmutableArray<LogMap> maps = SyntaxReader.Read(file, bytes, found) switch
        {
            null => [],
            MapSyntax several when several["maps"] is not null => MapParts.Read(scope, several, definitions),
            var one => One(scope, one, definitions),
        };
        problems.Add(found.All);
        return found.HasErrors ? [] : maps;
    }

    private static ImmutableArray<LogMap> One(Scope scope, SyntaxNode root, IReadOnlyList<ProcessDefinition> definitions)
    {
        if (Shape.Of(scope, root, LogMapKeys.File, "a map") is not { } shape) return [];
        var map = shape.Required("map", "the map");
        if (definitions is not [var only])
        {
            scope.Error((map ?? root).At, "map.several", $"Expected 'maps' with a part for each of {definitions.Count} definitions, but the map is of one process.", "say under 'process' which attribute of a case names its process");
            return [];
        }

        var names = new MapNames(scope, only);
        names.Known(map, "the process of the definition", [only.Id]);
        return [Map(names, shape)];
    }

    internal static LogMap Map(MapNames names, Shape shape)
    {
        var zone = Zone(names.Scope, shape.Required("zone", "the map"));
        var (attribute, judged) = Lifecycle(names.Scope, shape["lifecycle"]);
        var activities = ActivityReader.Read(names, shape.Required("activities", "the map"));
        ImmutableHashSet<string> ignored = [.. names.Words(shape["ignore"], "an activity")];
        Twice(names.Scope, shape, activities);
        ImmutableHashSet<string> unrecorded = [.. Values.Items(shape["unrecorded"]).Select(s => names.Step(s)).OfType<string>()];
        Unreached(names, shape, activities.Values, unrecorded);
        // Without a zone the map is refused, but every other problem is told with it.
        return new LogMap
        {
            Process = names.Definition.Id,
            Zone = zone ?? TimeZoneInfo.Utc,
            CaseKey = names.Word(shape["case"], "an attribute") ?? "concept:name",
            ActivityKey = names.Word(shape["activity"], "an attribute") ?? "concept:name",
            TimeKey = names.Word(shape["time"], "an attribute") ?? "time:timestamp",
            OutcomeKey = names.Word(shape["outcome"], "an attribute"),
            TransitionKey = attribute ?? "lifecycle:transition",
            Transitions = judged,
            UnitKey = names.Word(shape["unit"], "an attribute") ?? (shape["units"] is null ? null : "org:group"),
            NoUnit = [.. names.Words(shape["no-unit"], "a value")],
            Units = Units(names, shape["units"]),
            Activities = activities,
            Ignored = ignored,
            Unrecorded = unrecorded,
            Moments = names.ByName(shape["moments"], "moments", "a moment", names.Moments, v => names.Word(v, "an attribute")),
            EndedKey = names.Word(shape["ended"], "an attribute"),
            Clocks = names.ByName(shape["clocks"], "clocks", "a clock of the case", names.Clocks, v => Dates(names, v)),
            Parties = names.ByName(shape["parties"], "parties", "a party", names.Definition.Parties.Select(p => p.Role), v => names.Word(v, "an attribute")),
        };
    }

    private static TimeZoneInfo? Zone(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, "a time zone like Europe/Amsterdam") is not { } scalar) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(scalar.Text, out var zone)) return zone;
        scope.Error(scalar.At, "map.zone", $"Expected an IANA time zone like Europe/Amsterdam, but found {Shape.Words(scalar)}.");
        return null;
    }

    private static (string? Attribute, ImmutableHashSet<string> Judged) Lifecycle(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, LogMapKeys.Lifecycle, "the lifecycle") is not { } shape) return (null, []);
        return (Values.Scalar(scope, shape["attribute"], "an attribute")?.Text,
            [.. Values.Scalars(scope, shape.Required("judged", "the lifecycle"), "a transition").Select(s => s.Text.ToLowerInvariant())]);
    }

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Units(MapNames names, SyntaxNode? syntax) =>
        names.ByName(syntax, "units", "an office of the definition", names.Definition.Offices.Select(o => o.Key), v => ImmutableHashSet.CreateRange(names.Words(v, "a unit"))).ToImmutableDictionary();

    private static CarriedDates? Dates(MapNames names, SyntaxNode syntax) =>
        Shape.Of(names.Scope, syntax, LogMapKeys.Clock, "the dates of a clock") is { } shape
            ? new CarriedDates(names.Word(shape["planned"], "an attribute"), names.Word(shape["deadline"], "an attribute"))
            : null;

    private static void Twice(Scope scope, Shape shape, ImmutableDictionary<string, MappedActivity> activities)
    {
        foreach (var again in Values.Items(shape["ignore"]).OfType<ScalarSyntax>().Where(i => activities.ContainsKey(i.Text)))
            scope.Error(again.At, "map.twice", $"Expected '{again.Text}' to be mapped or ignored, but it is both.");
    }

    // Nobody writes a map in which a step can never be done, so it is said at once; the report would show it for every case.
    private static void Unreached(MapNames names, Shape shape, IEnumerable<MappedActivity> activities, ImmutableHashSet<string> unrecorded)
    {
        var reached = activities.Select(a => a.Step).Concat(unrecorded).ToHashSet(StringComparer.Ordinal);
        foreach (var node in Outline.All(names.Definition.Steps).OfType<WorkNode>().Where(n => n.When is null && !reached.Contains(n.Id)))
            names.Scope.Walk.Problems.Warn(shape.At, "map.step_not_mapped", $"Expected an activity for step '{node.Id}', but none is mapped to it.", "map one, or list the step under 'unrecorded'");
    }
}
