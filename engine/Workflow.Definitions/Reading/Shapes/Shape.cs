using System.Diagnostics;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>A map whose keys are checked against what the language knows.</summary>
internal sealed class Shape
{
    // A sentence stays a line long whatever was written.
    private const int TextShown = 60;
    private const int KeysShown = 8;

    private readonly MapSyntax _map;

    private Shape(Scope scope, MapSyntax map) => (Scope, _map) = (scope, map);

    public Scope Scope { get; }

    public Position At => _map.At;

    public SyntaxNode? this[string key] => _map[key];

    public IEnumerable<MapEntry> Entries => _map.Entries;

    /// <summary>
    /// Takes a map; null where nothing is written, and after reporting that something else stands there. Unknown keys are
    /// reported here.
    /// </summary>
    public static Shape? Of(Scope scope, SyntaxNode? syntax, KeySet keys, Message what)
    {
        if (syntax is null)
            return null;
        if (syntax is not MapSyntax map)
        {
            scope.Error(syntax.At, FileProblems.Shape(Things.KeysAndValues(what), Words(syntax), Ways.Keys(keys.Keys.Take(KeysShown))));
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !keys.Keys.Contains(e.Key)))
            Unknown(scope, entry, keys, what);
        return new Shape(scope, MeantKeys.Of(map, [.. keys.Keys]));
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
    public SyntaxNode? Required(string key, Message what)
    {
        if (this[key] is not null)
            return this[key];
        Scope.Error(At, FileProblems.MissingKey(key, what));
        return null;
    }

    /// <summary>Reports keys that may not stand together; true when at most one is written.</summary>
    public bool AtMostOne(params ReadOnlySpan<string> keys)
    {
        MapEntry? first = null;
        foreach (var entry in Entries)
        {
            if (!keys.Contains(entry.Key))
                continue;
            if (first is not null)
            {
                Scope.Error(entry.KeyAt, FileProblems.OneOf(keys.ToArray(), entry.Key, first.Key));
                return false;
            }

            first = entry;
        }

        return true;
    }

    /// <summary>Says what stands somewhere.</summary>
    public static Message Words(SyntaxNode syntax) =>
        syntax switch
        {
            ListSyntax => Found.List(),
            MapSyntax => Found.Keys(),
            ScalarSyntax { Text: "" } => Found.Nothing(),
            ScalarSyntax s => Found.Text(Short(s.Text)),
            _ => throw new UnreachableException($"No words for {syntax.GetType().Name}."),
        };

    /// <summary>Cuts a text to what fits into a sentence.</summary>
    public static string Short(string text) => text.Length <= TextShown ? text : text[..TextShown] + "…";

    private static void Unknown(Scope scope, MapEntry entry, KeySet keys, Message what)
    {
        var wide = entry.Key.IndexOfAny(['：', '，']);
        var way =
            wide >= 0 ? Ways.HalfWidth(entry.Key[wide])
            : entry.Key == "<<" ? Ways.NoMerge
            : Ways.Near(entry.Key, keys.Keys, Ways.Keys(keys.Keys));
        scope.Error(entry.KeyAt, FileProblems.UnknownKey(what, Short(entry.Key), way));
    }
}
