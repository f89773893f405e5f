namespace Workflow.Definitions.Expressions;

/// <summary>The one problem that ends the reading of an expression's text; it never leaves <see cref="ExpressionParser"/>.</summary>
internal sealed class ExpressionFault(int at, string message, string? hint = null) : Exception(message)
{
    public int At { get; } = at;

    public string? Hint { get; } = hint;
}
