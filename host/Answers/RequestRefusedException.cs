using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>A request that cannot be read or may not be made; it becomes a problem document and nothing is written.</summary>
/// <param name="refusal">What stands against it; the factories of <c>*Refusals.cs</c> make it.</param>
public sealed class RequestRefusedException(Refusal refusal) : Exception(refusal.ToString())
{
    internal RequestRefusedException(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values)
        : this(new Message(code, values)) { }

    internal RequestRefusedException(Message message)
        : this(new Refusal(message)) { }

    public Refusal Refusal => refusal;

    /// <summary>Everything that is wrong in the body; empty where it is one thing, or none of the body.</summary>
    internal ImmutableArray<BodyFault> Faults { get; init; } = [];
}
