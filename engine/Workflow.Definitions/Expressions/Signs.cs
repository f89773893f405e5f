using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Expressions;

internal static class Signs
{
    public static ComparisonSign Of(Token token) =>
        token.Text switch
        {
            "=" => ComparisonSign.Equal,
            "!=" => ComparisonSign.NotEqual,
            "<" => ComparisonSign.Less,
            "<=" => ComparisonSign.AtMost,
            ">" => ComparisonSign.More,
            _ => ComparisonSign.AtLeast,
        };
}
