using System.Collections.Immutable;
using System.Globalization;

namespace Workflow.Definitions.Mining.Logs;

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
    /// <summary>Returns the moment that a date holds; null for another type.</summary>
    /// <param name="zone">The zone of a time written without one.</param>
    public DateTimeOffset? Moment(TimeZoneInfo zone) => Type == XesType.Date ? XesTime.Parse(Text, zone) : null;

    /// <summary>What is wrong with the value for its type; null when nothing is.</summary>
    internal string? Fault => Type switch
    {
        XesType.Date => XesTime.Parse(Text, TimeZoneInfo.Utc) is null ? "a moment like 2011-10-11T13:45:40.276+02:00" : null,
        XesType.Int => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "a whole number of 64 bits",
        XesType.Float => IsNumber(Text) ? null : "a number",
        XesType.Boolean => Text is "true" or "false" or "1" or "0" ? null : "true or false",
        _ => null,
    };

    private static bool IsNumber(string text) =>
        text is "INF" or "-INF" or "NaN" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
