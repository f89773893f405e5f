using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>
/// Reads a misspelt key as the one that was probably meant, where that is not written beside it: whoever misspells a key is told of
/// the key, and not also that another is missing.
/// </summary>
internal static class MeantKeys
{
    // Changing one letter of a shorter word makes a different word.
    private const int Shortest = 4;

    /// <summary>Returns the map with the keys that were meant; the map itself where none is misspelt.</summary>
    public static MapSyntax Of(MapSyntax map, IReadOnlyCollection<string> known)
    {
        var taken = map.Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        return map.Entries.All(e => known.Contains(e.Key)) ? map : map with { Entries = [.. map.Entries.Select(Meant)] };

        MapEntry Meant(MapEntry entry) => Key(entry.Key) is { } key && taken.Add(key) ? entry with { Key = key } : entry;

        string? Key(string written) =>
            known.Contains(written) || written.Length < Shortest ? null : Nearest.Of(written, known.Where(k => k.Length >= Shortest));
    }
}
