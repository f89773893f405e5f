using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint;

/// <summary>The order in which problems are told: file, line, column, and then the code.</summary>
internal static class ByPlace
{
    internal static IReadOnlyList<Problem> Sorted(IEnumerable<Problem> problems) =>
        [
            .. problems
                .OrderBy(p => p.At.File, StringComparer.Ordinal)
                .ThenBy(p => p.At.Line)
                .ThenBy(p => p.At.Column)
                .ThenBy(p => p.Code, StringComparer.Ordinal),
        ];
}
