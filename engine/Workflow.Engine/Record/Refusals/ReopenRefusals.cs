using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of opening a concluded case again.</summary>
internal static class ReopenRefusals
{
    /// <summary>The case was called by another.</summary>
    internal static Refusal Called(string number, string caller) => new("reopen.called", ("number", number), ("caller", caller));

    /// <summary>The step has not run, or lies inside another.</summary>
    internal static Refusal Target(NameValue step, MessageValue steps) => new("reopen.target", ("step", step), ("steps", steps));
}
