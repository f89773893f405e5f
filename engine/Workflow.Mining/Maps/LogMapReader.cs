using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
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
    public static ImmutableArray<LogMap> Read(
        string file,
        ReadOnlySpan<byte> bytes,
        IReadOnlyList<ProcessDefinition> definitions,
        Problems problems
    )
    {
        var found = new Problems();
        var scope = new Scope(Walk.Alone(found));
        var maps = SyntaxReader.Read(file, bytes, found) is { } root ? OneOrSeveral(scope, root, definitions) : [];
        problems.Add(found.All);
        return found.HasErrors ? [] : maps;
    }

    private static ImmutableArray<LogMap> OneOrSeveral(Scope scope, SyntaxNode root, IReadOnlyList<ProcessDefinition> definitions) =>
        root is MapSyntax several && several["maps"] is not null
            ? MapParts.Read(scope, several, definitions)
            : One(scope, root, definitions);

    private static ImmutableArray<LogMap> One(Scope scope, SyntaxNode root, IReadOnlyList<ProcessDefinition> definitions)
    {
        if (Shape.Of(scope, root, LogMapKeys.File, Things.Map) is not { } shape)
            return [];
        var map = shape.Required("map", Things.TheMap);
        if (definitions is [var only])
            return [Map(Named(scope, map, only), shape)];
        scope.Error((map ?? root).At, MapProblems.Several(definitions.Count));
        return [];
    }

    private static MapNames Named(Scope scope, SyntaxNode? map, ProcessDefinition definition)
    {
        var names = new MapNames(scope, definition);
        names.Known(map, Things.TheProcessOfTheDefinition, [definition.Id]);
        return names;
    }

    internal static LogMap Map(MapNames names, Shape shape)
    {
        var map = Meanings(names, shape, Keys(names, shape));
        Twice(names.Scope, shape, map.Activities);
        Unreached(names, shape, map.Activities.Values, map.Unrecorded);
        return Dates(names, shape, Units(names, shape, map));
    }

    // Which attributes hold what.
    private static LogMap Keys(MapNames names, Shape shape)
    {
        var zone = Zone(names.Scope, shape.Required("zone", Things.TheMap));
        var (attribute, judged) = Lifecycle(names.Scope, shape["lifecycle"]);
        return new LogMap
        {
            Process = names.Definition.Id,
            // Without a zone the map is refused, but every other problem is told with it.
            Zone = zone ?? TimeZoneInfo.Utc,
            CaseKey = names.Word(shape["case"], Things.Attribute) ?? "concept:name",
            ActivityKey = names.Word(shape["activity"], Things.Attribute) ?? "concept:name",
            TimeKey = names.Word(shape["time"], Things.Attribute) ?? "time:timestamp",
            OutcomeKey = names.Word(shape["outcome"], Things.Attribute),
            TransitionKey = attribute ?? "lifecycle:transition",
            Transitions = judged,
        };
    }

    // What each activity is, and which steps the log cannot show.
    private static LogMap Meanings(MapNames names, Shape shape, LogMap map) =>
        map with
        {
            Activities = ActivityReader.Read(names, shape.Required("activities", Things.TheMap)),
            Ignored = [.. names.Words(shape["ignore"], Things.Activity)],
            Unrecorded = [.. Values.Items(shape["unrecorded"]).Select(s => names.Step(s)).OfType<string>()],
        };

    private static LogMap Units(MapNames names, Shape shape, LogMap map) =>
        map with
        {
            UnitKey = names.Word(shape["unit"], Things.Attribute) ?? (shape["units"] is null ? null : "org:group"),
            NoUnit = [.. names.Words(shape["no-unit"], Things.Value)],
            Units = Units(names, shape["units"]),
        };

    // What a case carries of its own: days, and who has a part in it.
    private static LogMap Dates(MapNames names, Shape shape, LogMap map)
    {
        var roles = names.Definition.Parties.Select(p => p.Role);
        return map with
        {
            Moments = names.ByName(shape["moments"], "moments", Things.Moment, names.Moments, Attribute),
            EndedKey = names.Word(shape["ended"], Things.Attribute),
            Clocks = names.ByName(shape["clocks"], "clocks", Things.ClockOfTheCase, names.Clocks, v => Dates(names, v)),
            Parties = names.ByName(shape["parties"], "parties", Things.Party, roles, Attribute),
        };

        string? Attribute(SyntaxNode value) => names.Word(value, Things.Attribute);
    }

    private static TimeZoneInfo? Zone(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.TimeZone) is not { } scalar)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(scalar.Text, out var zone))
            return zone;
        scope.Error(scalar.At, MapProblems.Zone(Shape.Words(scalar)));
        return null;
    }

    private static (string? Attribute, ImmutableHashSet<string> Judged) Lifecycle(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, LogMapKeys.Lifecycle, Things.TheLifecycle) is not { } shape)
            return (null, []);
        return (
            Values.Scalar(scope, shape["attribute"], Things.Attribute)?.Text,
            [
                .. Values
                    .Scalars(scope, shape.Required("judged", Things.TheLifecycle), Things.Transition)
                    .Select(s => s.Text.ToLowerInvariant()),
            ]
        );
    }

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Units(MapNames names, SyntaxNode? syntax) =>
        names
            .ByName(
                syntax,
                "units",
                Things.OfficeOfTheDefinition,
                names.Definition.Offices.Select(o => o.Key),
                v => ImmutableHashSet.CreateRange(names.Words(v, Things.Unit))
            )
            .ToImmutableDictionary();

    private static CarriedDates? Dates(MapNames names, SyntaxNode syntax) =>
        Shape.Of(names.Scope, syntax, LogMapKeys.Clock, Things.TheDatesOfAClock) is { } shape
            ? new CarriedDates(names.Word(shape["planned"], Things.Attribute), names.Word(shape["deadline"], Things.Attribute))
            : null;

    private static void Twice(Scope scope, Shape shape, ImmutableDictionary<string, MappedActivity> activities)
    {
        foreach (var again in Values.Items(shape["ignore"]).OfType<ScalarSyntax>().Where(i => activities.ContainsKey(i.Text)))
            scope.Error(again.At, MapProblems.Twice(again.Text));
    }

    // Nobody writes a map in which a step can never be done, so it is said at once; the report would show it for every case.
    private static void Unreached(MapNames names, Shape shape, IEnumerable<MappedActivity> activities, ImmutableHashSet<string> unrecorded)
    {
        var reached = activities.Select(a => a.Step).Concat(unrecorded).ToHashSet(StringComparer.Ordinal);
        foreach (var node in Outline.All(names.Definition.Steps).OfType<WorkNode>().Where(n => n.When is null && !reached.Contains(n.Id)))
            names.Scope.Walk.Problems.Warn(shape.At, MapProblems.StepNotMapped(node.Id));
    }
}
