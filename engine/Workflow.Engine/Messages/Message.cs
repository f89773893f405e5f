using System.Collections.Immutable;

namespace Workflow.Engine.Messages;

/// <summary>
/// Something to say to a person: a stable code and typed values. The sentences stand in tables, in every language, so that
/// nothing here is ever parsed back.
/// </summary>
public sealed record Message
{
    /// <summary>Makes a message.</summary>
    /// <param name="code">Stable code, such as <c>clock.not_due</c>.</param>
    /// <param name="values">The values that its sentence names, in any order; no name twice.</param>
    public Message(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values)
    {
        Code = code;
        Values = [.. values];
    }

    /// <summary>Stable code, such as <c>clock.not_due</c>.</summary>
    public string Code { get; }

    /// <summary>The values that the sentence names.</summary>
    public ImmutableArray<(string Name, MessageValue Value)> Values { get; }

    /// <summary>Returns the value of a name, or null when the message has none of it.</summary>
    public MessageValue? Value(string name) => Values.FirstOrDefault(v => v.Name == name).Value;

    /// <inheritdoc/>
    public bool Equals(Message? other) => other is not null && Code == other.Code && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Values.Length);

    /// <summary>Returns code and values on one line, for logs and exceptions; people read the sentence of the table.</summary>
    public override string ToString() => string.Join(' ', Values.Select(v => $"{v.Name}={v.Value}").Prepend(Code));
}
