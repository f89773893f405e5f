using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>JSON that reads but is not what is expected there. The serializer adds the place, as to any other fault of a body.</summary>
internal sealed class BodyException : JsonException
{
    private BodyException(Message reason, string? path, long? line, long? column)
        : base(reason.ToString(), path, line, column) => Reason = reason;

    internal BodyException(Message reason)
        : this(reason, null, null, null) { }

    internal BodyException(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values)
        : this(new Message(code, values)) { }

    /// <summary>What is wrong with a text whose place is known already.</summary>
    /// <param name="reason">What is wrong, as a part of a sentence.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="column">The byte in it, from 0.</param>
    internal static BodyException At(Message reason, long line, long column) => new(reason) { Place = (line, column) };

    /// <summary>What is wrong where the serializer found it.</summary>
    /// <param name="reason">What is wrong, as a part of a sentence.</param>
    /// <param name="found">What the serializer said.</param>
    /// <param name="path">The path of what is wrong, which may go further than the serializer's.</param>
    internal static BodyException Of(Message reason, JsonException found, string? path) =>
        new(reason, path, found.LineNumber, found.BytePositionInLine);

    /// <summary>What is wrong, as a part of a sentence.</summary>
    internal Message Reason { get; }

    /// <summary>Everything that is wrong in the body, this included; empty where its shape says no more.</summary>
    internal ImmutableArray<BodyFault> All { get; private set; } = [];

    /// <summary>Tells everything else beside it.</summary>
    internal BodyException Among(ImmutableArray<BodyFault> all)
    {
        All = all;
        return this;
    }

    /// <summary>Where it is, where the serializer does not know; counted from 0.</summary>
    internal (long Line, long Column)? Place { get; private init; }
}
