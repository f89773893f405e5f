using System.Collections.Immutable;

namespace Workflow.Mining.Logs;

/// <summary>The types of an attribute in IEEE 1849.</summary>
public enum XesType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A moment.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An identity.</summary>
    Id,

    /// <summary>A list of attributes; keys may repeat.</summary>
    List,

    /// <summary>A container of attributes, as in the first editions.</summary>
    Container,
}

/// <summary>One attribute of a log, a trace or an event.</summary>
/// <param name="Key">Its key, with the extension's prefix where it has one.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Text">Its value as written; empty for a list or a container.</param>
/// <param name="Nested">The attributes inside it, in order; mostly none.</param>
public sealed record XesAttribute(string Key, XesType Type, string Text, ImmutableArray<XesAttribute> Nested)
{
    /// <summary>Returns the moment that a date holds; null for another type, an empty date and one that does not read.</summary>
    /// <param name="zone">The zone of a time written without one.</param>
    public DateTimeOffset? Moment(TimeZoneInfo zone) => Type == XesType.Date ? XesTime.Parse(Text, zone) : null;

    /// <summary>The value as a word: what is true or false is written alike, however the log writes it.</summary>
    public string Word =>
        Type == XesType.Boolean && IsTrue is { } yes
            ? yes
                ? "true"
                : "false"
            : Text;

    private bool? IsTrue =>
        Text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            _ => null,
        };

    /// <summary>Whether it is a date that holds no moment. An empty one says that there is none.</summary>
    internal bool IsNoMoment => Type == XesType.Date && Text.Trim().Length > 0 && XesTime.Parse(Text, TimeZoneInfo.Utc) is null;
}
