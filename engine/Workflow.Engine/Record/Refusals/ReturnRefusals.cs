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
    /// <param name="since">The step at which the way back would end.</param>
    /// <param name="how">How what was served is revoked or done again.</param>
    internal static Refusal Served(NameValue since, Message how) => new("return.served", ("since", since), ("how", how));

    /// <summary>An outcome of the process revokes what was served.</summary>
    internal static Message ByOutcome(NameValue step, NameValue outcome) =>
        new("return.served.by_outcome", ("step", step), ("outcome", outcome));

    /// <summary>The process revokes nothing; an order has it done again.</summary>
    internal static Message ByOrder() => new("return.served.by_order");

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
