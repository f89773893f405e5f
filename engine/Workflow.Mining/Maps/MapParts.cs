using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Mining.Maps;

/// <summary>Reads the map of a log of several processes: a part for each, chosen by what a case says of its process.</summary>
internal static class MapParts
{
    internal static ImmutableArray<LogMap> Read(Scope scope, MapSyntax root, IReadOnlyList<ProcessDefinition> definitions)
    {
        if (Shape.Of(scope, root, LogMapKeys.SeveralFile, Things.MapOfSeveralProcesses) is not { } shape)
            return [];
        var key = shape.Scalar("process", Things.Attribute, requiredBy: Things.TheMap)?.Text ?? "";
        if (shape["maps"] is MapSyntax maps)
            return [.. OfEach(scope, root, maps, definitions).Select(map => map with { ProcessKey = key })];
        scope.Error(shape["maps"]!.At, FileProblems.Shape(Things.PartsUnderMaps, Shape.Words(shape["maps"]!), null));
        return [];
    }

    private static IEnumerable<LogMap> OfEach(Scope scope, MapSyntax root, MapSyntax maps, IReadOnlyList<ProcessDefinition> definitions)
    {
        var found = Parts(scope, root, maps, definitions);
        foreach (var missed in definitions.Where(d => maps[d.Id] is null))
            scope.Error(maps.At, MapProblems.NoPart(missed.Id));
        return definitions.Select(d => found.GetValueOrDefault(d.Id)).OfType<LogMap>();
    }

    private static Dictionary<string, LogMap> Parts(
        Scope scope,
        MapSyntax root,
        MapSyntax maps,
        IReadOnlyList<ProcessDefinition> definitions
    )
    {
        var found = new Dictionary<string, LogMap>(StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in maps.Entries)
            if (Definition(scope, part, definitions) is { } definition && Part(scope, root, part, definition, taken) is { } map)
                found[part.Key] = map;
        return found;
    }

    private static ProcessDefinition? Definition(Scope scope, MapEntry part, IReadOnlyList<ProcessDefinition> definitions)
    {
        var definition = definitions.FirstOrDefault(d => d.Id == part.Key);
        var found = Found.Text(Shape.Short(part.Key));
        if (definition is null)
            scope.Error(
                part.KeyAt,
                MapProblems.UnknownName(Things.ProcessOfDefinition, found, Ways.Near(part.Key, definitions.Select(d => d.Id)))
            );
        return definition;
    }

    private static LogMap? Part(Scope scope, MapSyntax root, MapEntry part, ProcessDefinition definition, Dictionary<string, string> taken)
    {
        if (Shape.Of(scope, part.Value, LogMapKeys.Part, Things.TheMapOfAProcess) is not { } own)
            return null;
        var values = Values.Scalars(scope, own.Required("cases", Things.TheMapOfAProcess), Things.Value).ToList();
        foreach (var value in values.Where(v => !taken.TryAdd(v.Text, part.Key)))
            scope.Error(value.At, MapProblems.Cases(Shape.Words(value), taken[value.Text]));
        var whole = Shape.Of(scope, With(root, (MapSyntax)part.Value), LogMapKeys.Part, Things.TheMapOfAProcess)!;
        return LogMapReader.Map(new MapNames(scope, definition), whole) with { ProcessValues = [.. values.Select(v => v.Text)] };
    }

    // What is said for all of them holds where a part says nothing itself.
    private static MapSyntax With(MapSyntax root, MapSyntax part) =>
        new(part.At, [.. part.Entries, .. root.Entries.Where(e => LogMapKeys.Part.Keys.Contains(e.Key) && part[e.Key] is null)]);
}
