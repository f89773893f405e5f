using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>One thing that lint looks for.</summary>
/// <param name="Code">Stable code, such as <c>clock.never_stops</c>.</param>
/// <param name="Severity">Error for law and structure, warning for policy and for what may be meant.</param>
/// <param name="Title">What is wrong where it is found, in a few words.</param>
/// <param name="Reason">The law or the consequence behind it.</param>
public sealed record LintRule(string Code, Severity Severity, string Title, string Reason)
{
    internal static LintRule Error(string code, string title, string reason) => new(code, Severity.Error, title, reason);

    internal static LintRule Warning(string code, string title, string reason) => new(code, Severity.Warning, title, reason);
}
