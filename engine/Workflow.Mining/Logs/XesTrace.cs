using System.Collections.Immutable;
using Workflow.Definitions.Syntax;

namespace Workflow.Mining.Logs;

/// <summary>One case of a log.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Attributes">Its attributes in order.</param>
/// <param name="Events">Its events in the order written.</param>
public sealed record XesTrace(Position At, ImmutableArray<XesAttribute> Attributes, ImmutableArray<XesEvent> Events)
{
    /// <summary>The attribute with a key; null when there is none. The first of several.</summary>
    public XesAttribute? this[string key] => Attributes.FirstOrDefault(a => a.Key == key);
}

/// <summary>One event of a log.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Attributes">Its attributes in order.</param>
public sealed record XesEvent(Position At, ImmutableArray<XesAttribute> Attributes)
{
    /// <inheritdoc cref="XesTrace.this"/>
    public XesAttribute? this[string key] => Attributes.FirstOrDefault(a => a.Key == key);
}

/// <summary>What a log says of itself before its cases.</summary>
/// <param name="Version">The version of the standard as written; null where it says none.</param>
/// <param name="Extensions">The extensions it declares.</param>
public sealed record XesHead(string? Version, ImmutableArray<XesExtension> Extensions);

/// <summary>An extension that a log declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Prefix">The prefix of its keys.</param>
/// <param name="Uri">Its identity; nothing is fetched from there.</param>
public sealed record XesExtension(string Name, string Prefix, string Uri);
