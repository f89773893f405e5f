using System.Diagnostics;
using System.Globalization;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>Reads single values; each returns null or a default after reporting what was wrong.</summary>
internal static class Values
{
    /// <summary>A scalar that is not empty, and not in quotes that are none.</summary>
    public static ScalarSyntax? Scalar(Scope scope, SyntaxNode? syntax, Message what)
    {
        if (syntax is null)
            return null;
        if (syntax is not ScalarSyntax { Text.Length: > 0 } scalar)
            scope.Error(syntax.At, FileProblems.Shape(what, Shape.Words(syntax), null));
        else if (Surprise.WideQuotes(scalar) is { } quotes)
            scope.Error(scalar.At, YamlProblems.Surprise(what, quotes.Reason, quotes.Way));
        else
            return scalar;
        return null;
    }

    /// <summary>Text for people on one line: it stands in lists, timelines and papers between other words.</summary>
    public static string? Text(Scope scope, SyntaxNode? syntax, Message what)
    {
        var text = Passage(scope, syntax, what);
        if (text is not null && text.AsSpan().ContainsAny('\n', '\r'))
            scope.Error(syntax!.At, ValueProblems.Line(what));
        return text;
    }

    /// <summary>Text for people over any number of lines: what other YAML readers would take for something else must stand in quotes.</summary>
    public static string? Passage(Scope scope, SyntaxNode? syntax, Message what)
    {
        if (Scalar(scope, syntax, what) is not { } scalar)
            return null;
        if (Surprise.In(scalar) is { } surprise)
            scope.Error(scalar.At, YamlProblems.Surprise(what, surprise.Reason, surprise.Way));
        return scalar.Text;
    }

    /// <summary>An id: letters, Chinese ones too, digits, hyphens; at most 64.</summary>
    public static string? Id(Scope scope, ScalarSyntax? scalar, Message what) =>
        scalar is null ? null
        : Id(scope, scalar.Text, scalar.At, what) ? scalar.Text
        : null;

    public static bool Id(Scope scope, string id, Position at, Message what)
    {
        var reason = Ids.Fault(id);
        if (reason is not null)
            scope.Error(at, ValueProblems.BadId(what, reason));
        return reason is null;
    }

    public static int? Whole(Scope scope, SyntaxNode? syntax, Message what, int least = 1, int most = 10_000)
    {
        if (Scalar(scope, syntax, what) is not { } scalar)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        scope.Error(scalar.At, ValueProblems.Whole(what, least, most, Shape.Words(scalar)));
        return null;
    }

    public static decimal? Number(Scope scope, SyntaxNode? syntax, Message what)
    {
        if (Scalar(scope, syntax, what) is not { } scalar)
            return null;
        if (
            decimal.TryParse(
                scalar.Text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return number;
        scope.Error(scalar.At, ValueProblems.Number(what, Shape.Words(scalar)));
        return null;
    }

    public static bool Truth(Scope scope, SyntaxNode? syntax, Message what, bool absent = false)
    {
        if (Scalar(scope, syntax, what) is not { } scalar)
            return absent;
        if (Truth(scalar.Text) is { } truth)
            return truth;
        scope.Error(scalar.At, ValueProblems.YesNo(what, Shape.Words(scalar)));
        return absent;
    }

    public static bool? Truth(string text) =>
        text switch
        {
            "true" or "yes" => true,
            "false" or "no" => false,
            _ => null,
        };

    public static Period? Period(Scope scope, SyntaxNode? syntax, Message what)
    {
        if (Scalar(scope, syntax, what) is not { } scalar)
            return null;
        if (PeriodText.TryParse(scalar.Text, out var period, out var fault))
            return period;
        scope.Error(scalar.At, ValueProblems.Period(fault, Ways.Period(scalar.Text)));
        return null;
    }

    /// <summary>One of a few words.</summary>
    public static T? Word<T>(Scope scope, SyntaxNode? syntax, Message what, params ReadOnlySpan<(string Word, T Value)> words)
        where T : struct
    {
        if (Scalar(scope, syntax, what) is not { } scalar)
            return null;
        var names = new List<string>();
        foreach (var (word, value) in words)
        {
            if (word == scalar.Text)
                return value;
            names.Add(word);
        }

        scope.Error(scalar.At, ValueProblems.Word(what, names, Shape.Words(scalar), Ways.Near(scalar.Text, names)));
        return null;
    }

    /// <summary>A list, or one item that stands for a list of one; nothing for an absent key.</summary>
    public static IEnumerable<SyntaxNode> Items(SyntaxNode? syntax) =>
        syntax switch
        {
            null => [],
            ListSyntax list => list.Items.SelectMany(i => i is ListSyntax inner ? inner.Items : [i]),
            ScalarSyntax or MapSyntax => [syntax],
            _ => throw new UnreachableException($"No answer for {syntax.GetType().Name}."),
        };

    /// <summary>What each scalar of a list, or of one item, means; those that mean nothing are reported and left out.</summary>
    public static IEnumerable<T> Each<T>(Scope scope, SyntaxNode? syntax, Message what, Func<Scope, ScalarSyntax, T?> read)
        where T : class => Scalars(scope, syntax, what).Select(s => read(scope, s)).OfType<T>();

    /// <summary>The scalars of a list, or of one item.</summary>
    public static IEnumerable<ScalarSyntax> Scalars(Scope scope, SyntaxNode? syntax, Message what) =>
        Items(syntax).Select(i => Scalar(scope, i, what)).OfType<ScalarSyntax>();
}
