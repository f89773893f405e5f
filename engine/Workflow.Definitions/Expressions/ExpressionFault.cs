using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>The one problem that ends the reading of an expression's text; it never leaves <see cref="ExpressionParser"/>.</summary>
internal sealed class ExpressionFault(int at, Message problem) : Exception(problem.Code)
{
    public int At { get; } = at;

    public Message Problem { get; } = problem;
}
