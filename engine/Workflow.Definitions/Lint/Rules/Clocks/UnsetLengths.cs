using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>A length that has only a maximum is set by somebody.</summary>
internal static class UnsetLengths
{
    public static readonly LintRule Rule = LintRule.Warning("clock.length_never_set");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
        foreach (var limit in clock.Limits.Where(l => l is { Kind: LimitKind.UpTo, SetBy: null }))
            findings.Add(Rule, at("up-to"), ("clock", clock.Id), ("limit", limit.Period!));
    }
}
