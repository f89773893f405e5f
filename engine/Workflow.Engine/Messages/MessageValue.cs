using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Messages;

/// <summary>A value that a sentence names. A closed set: whoever words a sentence knows each kind in every language.</summary>
public abstract record MessageValue
{
    /// <summary>Takes a text as it is.</summary>
    public static implicit operator MessageValue(string text) => new WordsValue(text);

    /// <summary>Takes a number.</summary>
    public static implicit operator MessageValue(int number) => new CountValue(number);

    /// <summary>Takes a number.</summary>
    public static implicit operator MessageValue(long number) => new CountValue(number);

    /// <summary>Takes a legal day.</summary>
    public static implicit operator MessageValue(DateOnly day) => new DayValue(day);

    /// <summary>Takes a moment.</summary>
    public static implicit operator MessageValue(DateTimeOffset at) => new MomentValue(at);

    /// <summary>Takes a length of time.</summary>
    public static implicit operator MessageValue(Period period) => new LengthValue(period);

    /// <summary>Takes a message as a part of another.</summary>
    public static implicit operator MessageValue(Message phrase) => new PhraseValue(phrase);

    /// <summary>Takes several values, shown as a list.</summary>
    public static MessageValue List(IEnumerable<MessageValue> items) => new ListValue([.. items]);

    /// <summary>Takes several texts, shown as a list.</summary>
    public static MessageValue List(IEnumerable<string> items) => new ListValue([.. items.Select(i => new WordsValue(i))]);

    /// <summary>Returns the value for machines: the same in every language.</summary>
    public sealed override string ToString() =>
        this switch
        {
            WordsValue v => v.Text,
            NameValue v => v.Id,
            CountValue v => v.Number.ToString(CultureInfo.InvariantCulture),
            DayValue v => v.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MomentValue v => v.At.ToString("O", CultureInfo.InvariantCulture),
            LengthValue v => v.Period.ToString(),
            ListValue v => string.Join(',', v.Items),
            PhraseValue v => v.Phrase.ToString(),
            _ => throw new System.Diagnostics.UnreachableException($"No text for {GetType().Name}."),
        };
}

/// <summary>A text that is the same in every language: what somebody wrote, a document's number, a citation.</summary>
/// <param name="Text">The text.</param>
public sealed record WordsValue(string Text) : MessageValue;

/// <summary>A thing that people call by its title and machines by its id: a step, a field, a person, an office.</summary>
/// <param name="Id">What machines call it.</param>
/// <param name="Zh">The Chinese title; the id where it has none.</param>
/// <param name="En">The English title; null where it has none.</param>
public sealed record NameValue(string Id, string Zh, string? En = null) : MessageValue;

/// <summary>A number.</summary>
/// <param name="Number">The number.</param>
public sealed record CountValue(decimal Number) : MessageValue;

/// <summary>A legal day.</summary>
/// <param name="Day">The day.</param>
public sealed record DayValue(DateOnly Day) : MessageValue;

/// <summary>A moment.</summary>
/// <param name="At">The moment, shown on the clocks of the reader.</param>
public sealed record MomentValue(DateTimeOffset At) : MessageValue;

/// <summary>A length of time.</summary>
/// <param name="Period">The length.</param>
public sealed record LengthValue(Period Period) : MessageValue;

/// <summary>Several values.</summary>
/// <param name="Items">The values in their order; may be empty.</param>
public sealed record ListValue(ImmutableArray<MessageValue> Items) : MessageValue
{
    /// <inheritdoc/>
    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Length;
}

/// <summary>A message that stands inside another.</summary>
/// <param name="Phrase">The message; its row in the table has a sentence without a full stop.</param>
public sealed record PhraseValue(Message Phrase) : MessageValue;
