using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>One thing that lint looks for. What it is about stands in <c>rules.yaml</c>.</summary>
/// <param name="Code">Stable code, such as <c>clock.never_stops</c>.</param>
/// <param name="Severity">Error for law and structure, warning for policy and for what may be meant.</param>
public sealed record LintRule(string Code, Severity Severity)
{
    /// <summary>What is wrong, why it matters, and how it is mended.</summary>
    public RuleText Text => RuleText.All[Code];

    internal static LintRule Error(string code) => new(code, Severity.Error);

    internal static LintRule Warning(string code) => new(code, Severity.Warning);
}
