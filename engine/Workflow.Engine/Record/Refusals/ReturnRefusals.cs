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

    /// <summary>What was served binds, and nothing goes back behind it.</summary>
    internal static Refusal Served(NameValue since) => new("return.served", ("since", since));

    /// <summary>What the parties have had since it was issued stands, and nothing goes back behind it.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="since">The step at which the way back would end.</param>
    internal static Refusal HandedOver(NameValue document, NameValue since) =>
        new("return.handed_over", ("document", document), ("since", since));

    /// <summary>What was revoked stays so, and nothing goes back behind the revocation.</summary>
    /// <param name="document">The paper that was revoked.</param>
    /// <param name="since">The step at which the way back would end.</param>
    internal static Refusal Revoked(NameValue document, NameValue since) => new("return.revoked", ("document", document), ("since", since));

    private static Message Way(ReturnMode mode) => new(mode == ReturnMode.StraightBack ? "return.straight_back" : "return.re_run");

    private static Message Instead(IReadOnlyList<NameValue> targets) =>
        targets.Count == 0 ? new Message("return.nowhere") : new Message("return.to_one_of", ("targets", MessageValue.List(targets)));
}
