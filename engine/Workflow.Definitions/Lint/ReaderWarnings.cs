using Workflow.Definitions.Lint.Rules;

namespace Workflow.Definitions.Lint;

/// <summary>What is only a warning among the problems of reading; everything else there is an error.</summary>
internal static class ReaderWarnings
{
    /// <summary>A role that is nearly a usual one.</summary>
    public static readonly LintRule UnusualRole = LintRule.Warning("role.unusual");

    /// <summary>A comment that allows what is not found.</summary>
    public static readonly LintRule SilencesNothing = LintRule.Warning("lint.silences_nothing");
}
