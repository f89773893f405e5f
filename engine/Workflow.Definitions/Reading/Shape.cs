using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading;

/// <summary>A map whose keys are checked against what the language knows.</summary>
internal sealed class Shape
{
    private readonly MapSyntax _map;

    private Shape(Scope scope, MapSyntax map) => (Scope, _map) = (scope, map);

    public Scope Scope { get; }

    public Position At => _map.At;

    public SyntaxNode? this[string key] => _map[key];

    public IEnumerable<MapEntry> Entries => _map.Entries;

    /// <summary>Takes a map; null after reporting that something else stands there. Unknown keys are reported here.</summary>
    public static Shape? Of(Scope scope, SyntaxNode syntax, KeySet keys, string what)
    {
        if (syntax is not MapSyntax map)
        {
            scope.Error(syntax.At, "file.shape", $"Expected {what} as keys and values, but found {Words(syntax)}.", $"keys here: {string.Join(", ", keys.Keys.Take(8))}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !keys.Keys.Contains(e.Key))) Unknown(scope, entry, keys, what);
        return new Shape(scope, map);
    }

    /// <summary>Remembers where the map, each of its keys and each key's value stand.</summary>
    public Shape Placed(string place)
    {
        Scope.Walk.Places.Add($"{place}/", At);
        foreach (var entry in Entries)
        {
            Scope.Walk.Places.Add($"{place}/{entry.Key}", entry.KeyAt);
            Scope.Walk.Places.Add($"{place}/{entry.Key}{Places.ValueMark}", entry.Value.At);
        }

        return this;
    }

    /// <summary>The value of a key that must be there; null after reporting that it is missing.</summary>
    public SyntaxNode? Required(string key, string what)
    {
        if (this[key] is not null) return this[key];
        Scope.Error(At, "file.missing_key", $"Expected '{key}' in {what}, but it is missing.");
        return null;
    }

    /// <summary>Reports keys that may not stand together; true when at most one is written.</summary>
    public bool AtMostOne(params ReadOnlySpan<string> keys)
    {
        MapEntry? first = null;
        foreach (var entry in Entries)
        {
            if (!keys.Contains(entry.Key)) continue;
            if (first is not null)
            {
                Scope.Error(entry.KeyAt, "file.one_of", $"Expected only one of {string.Join(", ", keys!)}, but '{entry.Key}' stands beside '{first.Key}'.");
                return false;
            }

            first = entry;
        }

        return true;
    }

    public static string Words(SyntaxNode syntax) => syntax switch
    {
        ListSyntax => "a list",
        MapSyntax => "keys and values",
        ScalarSyntax { Text: "" } => "nothing",
        ScalarSyntax s => $"'{(s.Text.Length <= 60 ? s.Text : s.Text[..60] + "…")}'",
        _ => "something else",
    };

    private static void Unknown(Scope scope, MapEntry entry, KeySet keys, string what)
    {
        var wide = entry.Key.IndexOfAny(['：', '，']);
        var hint = wide >= 0 ? $"write '{FullWidth.Half(entry.Key[wide].ToString())} ' instead of '{entry.Key[wide]}'"
            : entry.Key == "<<" ? "write the keys out; merging is not used here"
            : Nearest.Hint(entry.Key, keys.Keys) ?? $"keys here: {string.Join(", ", keys.Keys)}";
        var key = entry.Key.Length <= 60 ? entry.Key : entry.Key[..60] + "…";
        scope.Error(entry.KeyAt, "file.unknown_key", $"Expected a key of {what}, but found '{key}'.", hint);
    }
}
