using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>
/// Why something did not happen. A member of a closed set: the factories beside this file are the only places that make one,
/// and each code has a row in the table of sentences.
/// </summary>
/// <param name="Message">The code and its typed values.</param>
public sealed record Refusal(Message Message)
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="code">Stable code, such as <c>clock.not_due</c>.</param>
    /// <param name="values">The values that its sentence names.</param>
    public Refusal(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values)
        : this(new Message(code, values)) { }

    /// <summary>Stable code, such as <c>clock.not_due</c>.</summary>
    public string Code => Message.Code;

    /// <summary>Returns code and values on one line.</summary>
    public override string ToString() => Message.ToString();
}
