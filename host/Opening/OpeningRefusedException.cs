using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Opening;

/// <summary>The host cannot work with what it was given; the person who gave it is told why.</summary>
/// <param name="refusal">What stands against it; the factories of <c>*Refusals.cs</c> make it.</param>
public sealed class OpeningRefusedException(Refusal refusal) : Exception(refusal.ToString())
{
    internal OpeningRefusedException(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values)
        : this(new Message(code, values)) { }

    internal OpeningRefusedException(Message message)
        : this(new Refusal(message)) { }

    public Refusal Refusal => refusal;
}
