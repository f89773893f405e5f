using System.Globalization;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>Reads single values; each returns null or a default after reporting what was wrong.</summary>
internal static class Values
{
    /// <summary>A scalar that is not empty.</summary>
    public static ScalarSyntax? Scalar(Scope scope, SyntaxNode? syntax, string what)
    {
        if (syntax is null or ScalarSyntax { Text.Length: > 0 }) return syntax as ScalarSyntax;
        scope.Error(syntax.At, "file.shape", $"Expected {what}, but found {Shape.Words(syntax)}.");
        return null;
    }

    /// <summary>Text for people: what other YAML readers would take for something else must stand in quotes.</summary>
    public static string? Text(Scope scope, SyntaxNode? syntax, string what)
    {
        if (Scalar(scope, syntax, what) is not { } scalar) return null;
        if (Surprise.In(scalar) is { } surprise) scope.Error(scalar.At, "yaml.surprise", $"Expected {what}, but {surprise.Problem}.", surprise.Cure);
        return scalar.Text;
    }

    /// <summary>An id: letters, Chinese ones too, digits, hyphens; at most 64.</summary>
    public static string? Id(Scope scope, ScalarSyntax? scalar, string what) =>
        scalar is null ? null : Id(scope, scalar.Text, scalar.At, what) ? scalar.Text : null;

    public static bool Id(Scope scope, string id, Position at, string what)
    {
        var reason = Ids.Fault(id);
        if (reason is not null) scope.Error(at, "id.bad", $"Expected {what}, but {reason}.", "an id has letters, digits and hyphens, begins with a letter, and is no word of conditions");
        return reason is null;
    }

    public static int? Whole(Scope scope, SyntaxNode? syntax, string what, int least = 1, int most = 10_000)
    {
        if (Scalar(scope, syntax, what) is not { } scalar) return null;
        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        scope.Error(scalar.At, "value.number", $"Expected {what} from {least} to {most}, but found {Shape.Words(scalar)}.");
        return null;
    }

    public static decimal? Number(Scope scope, SyntaxNode? syntax, string what)
    {
        if (Scalar(scope, syntax, what) is not { } scalar) return null;
        if (decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        scope.Error(scalar.At, "value.number", $"Expected {what} as a number, but found {Shape.Words(scalar)}.");
        return null;
    }

    public static bool Truth(Scope scope, SyntaxNode? syntax, string what, bool absent = false)
    {
        if (Scalar(scope, syntax, what) is not { } scalar) return absent;
        if (Truth(scalar.Text) is { } truth) return truth;
        scope.Error(scalar.At, "value.yes_no", $"Expected {what} as true or false, but found {Shape.Words(scalar)}.");
        return absent;
    }

    public static bool? Truth(string text) => text switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => null,
    };

    public static Period? Period(Scope scope, SyntaxNode? syntax, string what)
    {
        if (Scalar(scope, syntax, what) is not { } scalar) return null;
        if (PeriodText.TryParse(scalar.Text, out var period, out var fault)) return period;
        scope.Error(scalar.At, "value.period", fault.English.Sentence);
        return null;
    }

    /// <summary>One of a few words.</summary>
    public static T? Word<T>(Scope scope, SyntaxNode? syntax, string what, params ReadOnlySpan<(string Word, T Value)> words) where T : struct
    {
        if (Scalar(scope, syntax, what) is not { } scalar) return null;
        var names = new List<string>();
        foreach (var (word, value) in words)
        {
            if (word == scalar.Text) return value;
            names.Add(word);
        }

        scope.Error(scalar.At, "value.word", $"Expected {what}: {string.Join(", ", names)}, but found {Shape.Words(scalar)}.", Nearest.Hint(scalar.Text, names));
        return null;
    }

    /// <summary>A list, or one item that stands for a list of one; nothing for an absent key.</summary>
    public static IEnumerable<SyntaxNode> Items(SyntaxNode? syntax) => syntax switch
    {
        null => [],
        ListSyntax list => list.Items.SelectMany(i => i is ListSyntax inner ? inner.Items : [i]),
        _ => [syntax],
    };

    /// <summary>The scalars of a list, or of one item.</summary>
    public static IEnumerable<ScalarSyntax> Scalars(Scope scope, SyntaxNode? syntax, string what) =>
        Items(syntax).Select(i => Scalar(scope, i, what)).OfType<ScalarSyntax>();
}
