using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about going back.</summary>
internal static class ReturnRefusals
{
    /// <summary>The process says another way to go on after a return.</summary>
    internal static Refusal Mode(NameValue step, ReturnMode only) => new("return.mode", ("step", step), ("mode", Way(only)));

    /// <summary>The case cannot go back there from here.</summary>
    /// <param name="from">The step that returns.</param>
    /// <param name="to">Where it would return to.</param>
    /// <param name="targets">Where it may return to, the nearest first; may be empty.</param>
    internal static Refusal Target(NameValue from, NameValue to, IReadOnlyList<NameValue> targets) =>
        new("return.target", ("from", from), ("to", to), ("way", Instead(targets)));

    private static Message Way(ReturnMode mode) => new(mode == ReturnMode.StraightBack ? "return.straight_back" : "return.re_run");

    private static Message Instead(IReadOnlyList<NameValue> targets) =>
        targets.Count == 0 ? new Message("return.nowhere") : new Message("return.to_one_of", ("targets", MessageValue.List(targets)));
}
