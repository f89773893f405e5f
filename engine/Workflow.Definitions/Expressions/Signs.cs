using System.Collections.Frozen;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Expressions;

/// <summary>How the comparisons are written.</summary>
internal static class Signs
{
    private static readonly FrozenDictionary<string, ComparisonSign> Written = new Dictionary<string, ComparisonSign>(
        StringComparer.Ordinal
    )
    {
        ["="] = ComparisonSign.Equal,
        ["!="] = ComparisonSign.NotEqual,
        ["<"] = ComparisonSign.Less,
        ["<="] = ComparisonSign.AtMost,
        [">"] = ComparisonSign.More,
        [">="] = ComparisonSign.AtLeast,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<ComparisonSign, string> Signed = Written.ToFrozenDictionary(w => w.Value, w => w.Key);

    /// <summary>Returns what a token of one of the signs means.</summary>
    public static ComparisonSign Of(Token token) => Written[token.Text];

    /// <summary>Returns the sign of a comparison.</summary>
    public static string Of(ComparisonSign sign) => Signed[sign];
}
