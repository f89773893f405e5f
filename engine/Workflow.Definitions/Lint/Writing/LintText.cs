using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>Writes problems for people: one line each.</summary>
public static class LintText
{
    /// <summary>Returns <c>file:line:column severity code sentence hint</c> per problem, each ended by a line feed; empty when there is none.</summary>
    public static string Write(IEnumerable<Problem> problems, Language language) =>
        string.Concat(problems.Select(p => $"{p.Line(language)}\n"));

    /// <summary>Returns the closing line, such as <c>2 errors, 1 warning.</c></summary>
    public static string Total(IReadOnlyCollection<Problem> problems, Language language)
    {
        var errors = problems.Count(p => p.Severity == Severity.Error);
        var total =
            problems.Count == 0
                ? new Message("lint.no_problems")
                : new Message("lint.total", ("errors", errors), ("warnings", problems.Count - errors));
        return MessageTable.Shipped.Say(total, language).Sentence;
    }
}
