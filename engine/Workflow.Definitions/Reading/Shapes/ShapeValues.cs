using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>
/// Reads what stands under a key of a map; each returns null or a default after reporting what was wrong.
/// Where <c>requiredBy</c> is given, that thing cannot do without the key, and its absence is reported.
/// </summary>
internal static class ShapeValues
{
    public static ScalarSyntax? Scalar(this Shape shape, string key, Message what, Message? requiredBy = null) =>
        Values.Scalar(shape.Scope, shape.Under(key, requiredBy), what);

    /// <summary>Text for people on one line.</summary>
    public static string? Text(this Shape shape, string key, Message what, Message? requiredBy = null) =>
        Values.Text(shape.Scope, shape.Under(key, requiredBy), what);

    /// <summary>Text for people over any number of lines.</summary>
    public static string? Passage(this Shape shape, string key, Message what, Message? requiredBy = null) =>
        Values.Passage(shape.Scope, shape.Under(key, requiredBy), what);

    /// <summary>The texts of a list, or of the one item that stands for it, as they are written.</summary>
    public static IEnumerable<string> Texts(this Shape shape, string key, Message what) =>
        Values.Scalars(shape.Scope, shape[key], what).Select(s => s.Text);

    /// <summary>An id, said to be <paramref name="what"/> where its letters are wrong.</summary>
    public static string? Id(this Shape shape, string key, Message expected, Message what) =>
        Values.Id(shape.Scope, shape.Scalar(key, expected), what);

    public static int? Whole(this Shape shape, string key, Message what, int least = 1, int most = 10_000) =>
        Values.Whole(shape.Scope, shape[key], what, least, most);

    public static decimal? Number(this Shape shape, string key, Message what) => Values.Number(shape.Scope, shape[key], what);

    public static bool Truth(this Shape shape, string key, Message what, bool absent = false) =>
        Values.Truth(shape.Scope, shape[key], what, absent);

    public static Period? Period(this Shape shape, string key, Message what, Message? requiredBy = null) =>
        Values.Period(shape.Scope, shape.Under(key, requiredBy), what);

    /// <summary>One of a few words.</summary>
    public static T? Word<T>(this Shape shape, string key, Message what, params ReadOnlySpan<(string Word, T Value)> words)
        where T : struct => Values.Word(shape.Scope, shape[key], what, words);

    /// <summary>One of a few words, which <paramref name="requiredBy"/> cannot do without.</summary>
    public static T? Word<T>(this Shape shape, string key, Message what, Message requiredBy, ReadOnlySpan<(string Word, T Value)> words)
        where T : struct => Values.Word(shape.Scope, shape.Required(key, requiredBy), what, words);

    /// <summary>Whether the one word that a key knows stands there.</summary>
    public static bool Says(this Shape shape, string key, Message what, string word) => shape.Word(key, what, (word, true)) ?? false;

    public static Expression? Condition(this Shape shape, string key) => References.Condition(shape.Scope, shape[key]);

    public static string? Step(this Shape shape, string key, Message expected, Message? unknown = null, Message? requiredBy = null) =>
        References.Step(shape.Scope, shape.Scalar(key, expected, requiredBy), unknown);

    public static IEnumerable<string> Steps(this Shape shape, string key) =>
        Values.Each(shape.Scope, shape[key], Things.Step, (scope, name) => References.Step(scope, name));

    public static string? Document(this Shape shape, string key) => References.Document(shape.Scope, shape.Scalar(key, Things.Document));

    public static IEnumerable<string> Documents(this Shape shape, string key) =>
        Values.Each(shape.Scope, shape[key], Things.Document, References.Document);

    public static string? Office(this Shape shape, string key, Message? requiredBy = null) =>
        References.Office(shape.Scope, shape.Scalar(key, Things.Office, requiredBy));

    public static IEnumerable<string> Offices(this Shape shape, string key) =>
        Values.Each(shape.Scope, shape[key], Things.Office, References.Office);

    /// <summary>Each item of a list that reads.</summary>
    public static IEnumerable<T> Each<T>(this Shape shape, string key, Func<Scope, SyntaxNode, T?> read)
        where T : class => Values.Items(shape[key]).Select(item => read(shape.Scope, item)).OfType<T>();

    private static SyntaxNode? Under(this Shape shape, string key, Message? requiredBy) =>
        requiredBy is null ? shape[key] : shape.Required(key, requiredBy);
}
