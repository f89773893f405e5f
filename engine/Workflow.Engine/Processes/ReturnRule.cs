using System.Diagnostics;

namespace Workflow.Engine.Processes;

/// <summary>How a step may return the case. The stored names are fixed for ever.</summary>
public enum ReturnRule
{
    /// <summary>Who returns chooses.</summary>
    Either,

    /// <summary>Everything from the target on runs again.</summary>
    ReRun,

    /// <summary>The target runs again, and the case comes straight back.</summary>
    StraightBack,
}

/// <summary>What a rule about returns allows.</summary>
public static class ReturnRules
{
    /// <summary>Returns the ways on that a step of a process allows after a return; the first is taken where nobody says.</summary>
    public static IReadOnlyList<ReturnMode> Of(ProcessDefinition definition, Node? node) =>
        ((node as WorkNode)?.Returns ?? definition.Returns) switch
        {
            ReturnRule.ReRun => [ReturnMode.ReRun],
            ReturnRule.StraightBack => [ReturnMode.StraightBack],
            ReturnRule.Either or null => [ReturnMode.ReRun, ReturnMode.StraightBack],
            var rule => throw new UnreachableException($"No answer for {rule}."),
        };
}
