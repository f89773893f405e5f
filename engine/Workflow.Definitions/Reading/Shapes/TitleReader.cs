using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>Reads what people call a thing: text alone is Chinese, and <c>{zh: …, en: …}</c> speaks both languages.</summary>
internal static class TitleReader
{
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>Whether a title stands where a thing with keys might: text, or a map of languages.</summary>
    public static bool IsTitle(SyntaxNode syntax) =>
        syntax is ScalarSyntax || (syntax is MapSyntax map && map.Entries.Any(e => e.Key is Chinese or English));

    /// <summary>The title under the key <c>title</c>; null where none is written, and after reporting what was wrong.</summary>
    public static LocalizedText? Title(this Shape shape) => Read(shape.Scope, shape["title"], Things.Title);

    /// <summary>The title under the key <c>title</c>, and the id for one that is not written.</summary>
    public static LocalizedText TitleOr(this Shape shape, string id) => shape.Title() ?? new LocalizedText(id);

    /// <summary>Words under a key, which <paramref name="requiredBy"/> cannot do without where it is given.</summary>
    public static LocalizedText? Words(this Shape shape, string key, Message what, Message? requiredBy = null) =>
        Read(shape.Scope, requiredBy is null ? shape[key] : shape.Required(key, requiredBy), what);

    /// <summary>A title; null where none is written, and after reporting what was wrong.</summary>
    public static LocalizedText? Read(Scope scope, SyntaxNode? syntax, Message what) =>
        syntax is MapSyntax ? Both(scope, syntax, what)
        : Values.Text(scope, syntax, what) is { } text ? new LocalizedText(text)
        : null;

    /// <summary>Words for whoever deals with a thing, over any number of lines; null where none are written.</summary>
    public static LocalizedText? Guide(this Shape shape, string key, Message what)
    {
        if (shape[key] is not MapSyntax both)
            return shape.Passage(key, what) is { } text ? new LocalizedText(text) : null;
        if (Shape.Of(shape.Scope, both, DefinitionKeys.Words, what) is not { } words)
            return null;
        var (zh, en) = (words.Passage(Chinese, what, requiredBy: what), words.Passage(English, what));
        return zh is null ? null : new LocalizedText(zh, en);
    }

    /// <summary>A ground under its key.</summary>
    public static string? Ground(this Shape shape) => Ground(shape.Scope, shape["ground"]);

    /// <summary>A ground as machines know it, by its Chinese words; its English ones are kept for people.</summary>
    public static string? Ground(Scope scope, SyntaxNode? syntax)
    {
        var ground = Read(scope, syntax, Things.Ground);
        if (ground?.En is { } english)
            scope.Walk.Found.Grounds.TryAdd(ground.Zh, english);
        return ground?.Zh;
    }

    private static LocalizedText? Both(Scope scope, SyntaxNode syntax, Message what)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Words, what) is not { } shape)
            return null;
        var (zh, en) = (shape.Text(Chinese, what, requiredBy: what), shape.Text(English, what));
        return zh is null ? null : new LocalizedText(zh, en);
    }
}
