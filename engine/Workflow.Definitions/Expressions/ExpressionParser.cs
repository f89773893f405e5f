using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Expressions;

/// <summary>Reads a condition or a value from its text: names looked up, types checked, problems with their exact place.</summary>
internal static class ExpressionParser
{
    /// <summary>The longest expression, in characters.</summary>
    public const int MaxLength = 1000;

    /// <summary>The deepest nesting of parentheses, <c>not</c> and <c>before</c>.</summary>
    public const int MaxDepth = 32;

    /// <summary>Reads a condition; null when there was a problem.</summary>
    public static Expression? Condition(ScalarSyntax text, INames names, Problems problems) =>
        Read(text, problems, (binder, term) => binder.Condition(term), names);

    /// <summary>Reads what must exist: a condition, or something that then is not none.</summary>
    public static Expression? Need(ScalarSyntax text, INames names, Problems problems) =>
        Read(text, problems, (binder, term) => binder.Need(term), names);

    /// <summary>Reads a day.</summary>
    public static Expression? Day(ScalarSyntax text, INames names, Problems problems) =>
        Read(text, problems, (binder, term) => binder.Day(term), names);

    /// <summary>Reads a value of any kind.</summary>
    public static Expression? Value(ScalarSyntax text, INames names, Problems problems) =>
        Read(text, problems, (binder, term) => binder.AnyValue(term), names);

    private static Expression? Read(ScalarSyntax text, Problems problems, Func<ExpressionBinder, Term, Expression?> bind, INames names)
    {
        try
        {
            return bind(new ExpressionBinder(names, problems, text), TermParser.Parse(text.Text));
        }
        catch (ExpressionFault fault)
        {
            problems.Error(ScalarPlace.Of(text, fault.At), fault.Problem);
            return null;
        }
    }
}
