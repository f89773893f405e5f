using Workflow.Definitions.Expressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Reading;

/// <summary>Resolves names of things declared elsewhere; the first walk takes them as they are.</summary>
internal static class References
{
    public static string? Step(Scope scope, ScalarSyntax? name, string what = "a step")
    {
        if (name is null) return null;
        if (scope.Walk.Learns) return scope.Named(name.Text);
        return scope.Step(name.Text)?.Id ?? Unknown(scope, name, "step.unknown", what, scope.StepNames);
    }

    public static string? Moment(Scope scope, ScalarSyntax name)
    {
        if (scope.Walk.Learns) return scope.Named(name.Text);
        return scope.Moment(name.Text) ?? Unknown(scope, name, "moment.unknown", "a moment that some outcome marks", scope.MomentNames);
    }

    public static string? Document(Scope scope, ScalarSyntax? name) =>
        name is null ? null : Of(scope, name, scope.Walk.Known.Documents, "document.unknown", "a document declared under 'documents'");

    public static string? Office(Scope scope, ScalarSyntax? name) =>
        name is null ? null : Of(scope, name, scope.Walk.Known.Offices.Keys, "office.unknown", "an office declared under 'offices'");

    public static Expression? Condition(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, "a condition", ExpressionParser.Condition);

    /// <summary>A condition that may speak of the row where a step opens once per row.</summary>
    public static Expression? RowCondition(Scope scope, SyntaxNode? syntax, StepSymbol step) => Parsed(scope, syntax, "a condition", (text, names, problems) => ExpressionParser.Condition(text, new RowNames(scope, step, names), problems));

    public static Expression? Need(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, "what must exist", ExpressionParser.Need);

    public static Expression? Day(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, "a day", ExpressionParser.Day);

    public static Expression? Value(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, "a value", ExpressionParser.Value);

    /// <summary>Reports a name that nothing bears.</summary>
    public static string? Unknown(Scope scope, ScalarSyntax name, string code, string what, IEnumerable<string> known)
    {
        var names = known.Distinct().ToList();
        scope.Error(name.At, code, $"Expected {what}, but found {Shape.Words(name)}.", Wide(name.Text) ?? Nearest.Hint(name.Text, names) ?? Few(names));
        return null;
    }

    public static string? Few(IReadOnlyCollection<string> names) => names.Count is 0 or > 12 ? null : $"it can be {string.Join(", ", names)}";

    private static string? Wide(string text) =>
        text.IndexOfAny(['，', '、', '：']) is >= 0 and var at ? $"write '{FullWidth.Half(text[at].ToString())} ' instead of '{text[at]}'" : null;

    private static string? Of(Scope scope, ScalarSyntax name, IReadOnlyCollection<string> known, string code, string what) =>
        scope.Walk.Learns || known.Contains(name.Text) ? name.Text : Unknown(scope, name, code, what, known);

    private static Expression? Parsed(Scope scope, SyntaxNode? syntax, string what, Func<ScalarSyntax, INames, Problems, Expression?> parse)
    {
        if (Values.Scalar(scope, syntax, what) is not { } text) return null;
        return scope.Walk.Learns ? new NoneLiteral() : parse(text, scope, scope.Walk.Problems);
    }
}
