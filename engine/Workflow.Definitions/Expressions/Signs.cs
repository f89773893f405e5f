using System.Diagnostics;
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
            ">=" => ComparisonSign.AtLeast,
            _ => throw new UnreachableException($"No sign is written {token.Text}."),
        };
}
