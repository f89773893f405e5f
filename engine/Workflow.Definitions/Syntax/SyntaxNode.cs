namespace Workflow.Definitions.Syntax;

/// <summary>A node of a YAML document with the place where it stands.</summary>
/// <param name="At">Where the node begins.</param>
public abstract record SyntaxNode(Position At);

/// <summary>A single value, always as the text that was written.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Text">The value; empty for a key without one.</param>
/// <param name="Quoted">Whether it stood in quotes or a block, so that it can only be text.</param>
public sealed record ScalarSyntax(Position At, string Text, bool Quoted) : SyntaxNode(At)
{
    /// <summary>The characters of the file that it was read from, quotes included; empty when it was not read from a file.</summary>
    internal string Raw { get; init; } = "";
}

/// <summary>A list.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Items">Its items in order; may be empty.</param>
public sealed record ListSyntax(Position At, IReadOnlyList<SyntaxNode> Items) : SyntaxNode(At);

/// <summary>A map; its keys are unique and keep their order.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Entries">Its entries in order; may be empty.</param>
public sealed record MapSyntax(Position At, IReadOnlyList<MapEntry> Entries) : SyntaxNode(At)
{
    /// <summary>Returns the value under a key, or null when the key is absent.</summary>
    public SyntaxNode? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
}

/// <summary>One key and its value.</summary>
/// <param name="Key">The key's text.</param>
/// <param name="KeyAt">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record MapEntry(string Key, Position KeyAt, SyntaxNode Value)
{
    /// <summary>The key as a value, where it names something.</summary>
    internal ScalarSyntax Name => new(KeyAt, Key, false);
}
