using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Mining.Maps;

/// <summary>Reads the map of a log of several processes: a part for each, chosen by what a case says of its process.</summary>
internal static class MapParts
{
    internal static ImmutableArray<LogMap> Read(Scope scope, MapSyntax root, IReadOnlyList<ProcessDefinition> definitions)
    {
        if (Shape.Of(scope, root, LogMapKeys.SeveralFile, "a map of several processes") is not { } shape) return [];
        var key = Values.Scalar(scope, shape.Required("process", "the map"), "an attribute")?.Text ?? "";
        if (shape["maps"] is not MapSyntax maps)
        {
            scope.Error(shape["maps"]!.At, "file.shape", $"Expected processes and their maps under 'maps', but found {Shape.Words(shape["maps"]!)}.");
            return [];
        }

        var (found, taken) = (new Dictionary<string, LogMap>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var part in maps.Entries)
            if (Definition(scope, part, definitions) is { } definition && Part(scope, root, part, definition, taken) is { } map) found[part.Key] = map with { ProcessKey = key };
        foreach (var missed in definitions.Where(d => maps[d.Id] is null))
            scope.Error(maps.At, "map.no_part", $"Expected a part for the definition '{missed.Id}', but there is none.", "add one under 'maps', or leave the definition out");
        return [.. definitions.Select(d => found.GetValueOrDefault(d.Id)).OfType<LogMap>()];
    }

    private static ProcessDefinition? Definition(Scope scope, MapEntry part, IReadOnlyList<ProcessDefinition> definitions)
    {
        var definition = definitions.FirstOrDefault(d => d.Id == part.Key);
        if (definition is null) scope.Error(part.KeyAt, "map.unknown_name", $"Expected the process of a definition, but found {Shape.Words(new ScalarSyntax(part.KeyAt, part.Key, false))}.", Nearest.Hint(part.Key, definitions.Select(d => d.Id)));
        return definition;
    }

    private static LogMap? Part(Scope scope, MapSyntax root, MapEntry part, ProcessDefinition definition, Dictionary<string, string> taken)
    {
        if (Shape.Of(scope, part.Value, LogMapKeys.Part, "the map of a process") is not { } own) return null;
        var values = Values.Scalars(scope, own.Required("cases", "the map of a process"), "a value").ToList();
        foreach (var value in values.Where(v => !taken.TryAdd(v.Text, part.Key)))
            scope.Error(value.At, "map.twice", $"Expected {Shape.Words(value)} to be cases of one process, but it stands under '{taken[value.Text]}' already.");
        return LogMapReader.Map(new MapNames(scope, definition), Shape.Of(scope, With(root, (MapSyntax)part.Value), LogMapKeys.Part, "the map of a process")!) with { ProcessValues = [.. values.Select(v => v.Text)] };
    }

    // What is said for all of them holds where a part says nothing itself.
    private static MapSyntax With(MapSyntax root, MapSyntax part) =>
        new(part.At, [.. part.Entries, .. root.Entries.Where(e => LogMapKeys.Part.Keys.Contains(e.Key) && part[e.Key] is null)]);
}
