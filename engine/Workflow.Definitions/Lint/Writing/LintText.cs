using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>Writes problems for people: one line each.</summary>
public static class LintText
{
    /// <summary>Returns <c>file:line:column code message; hint</c> per problem, each ended by a line feed; empty when there is none.</summary>
    public static string Write(IEnumerable<Problem> problems) => string.Concat(problems.Select(p => $"{p}\n"));

    /// <summary>Returns the closing line, such as <c>2 errors, 1 warning</c>.</summary>
    public static string Total(IReadOnlyCollection<Problem> problems)
    {
        var errors = problems.Count(p => p.Severity == Severity.Error);
        return $"{Count(errors, "error")}, {Count(problems.Count - errors, "warning")}";
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
