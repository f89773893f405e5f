using System.Text.Json;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers;

/// <summary>JSON that reads but is not what is expected there. The serializer adds the place, as to any other fault of a body.</summary>
/// <param name="reason">What is wrong, as a part of a sentence.</param>
internal sealed class BodyException(Message reason) : JsonException(reason.ToString())
{
    internal BodyException(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values)
        : this(new Message(code, values)) { }

    /// <summary>What is wrong with a text whose place is known already.</summary>
    /// <param name="reason">What is wrong, as a part of a sentence.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="column">The byte in it, from 0.</param>
    internal static BodyException At(Message reason, long line, long column) => new(reason) { Place = (line, column) };

    internal Message Reason => reason;

    /// <summary>Where it is, where the serializer does not know; counted from 0.</summary>
    internal (long Line, long Column)? Place { get; private init; }
}
