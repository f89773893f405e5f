namespace Workflow.Mining.Logs;

/// <summary>What is read of a foreign log at most; every bound is checked before what lies beyond it is kept.</summary>
public sealed record XesLimits
{
    /// <summary>The bounds that hold unless a test narrows them.</summary>
    public static XesLimits Default { get; } = new();

    /// <summary>The most characters of the whole log, decompressed.</summary>
    public long Characters { get; init; } = 4L << 30;

    /// <summary>The most characters of one tag, or of the text up to the next: what the XML parser has to hold at once.</summary>
    public int Tag { get; init; } = 1 << 20;

    /// <summary>The most characters of one value.</summary>
    public int Value { get; init; } = 1 << 16;

    /// <summary>The most characters of one key.</summary>
    public int Key { get; init; } = 1 << 14;

    /// <summary>The deepest nesting of elements, the log itself included.</summary>
    public int Depth { get; init; } = 40;

    /// <summary>The most XML attributes of one element.</summary>
    public int XmlAttributes { get; init; } = 32;

    /// <summary>The most XES attributes of one log, trace, event or attribute.</summary>
    public int Attributes { get; init; } = 10_000;

    /// <summary>The most events of one trace, which is held whole.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>The most XES attributes of one trace with all its events and everything nested.</summary>
    public int TraceAttributes { get; init; } = 2_000_000;

    /// <summary>The most times larger a log may be than its gzipped form; past <see cref="FreeBytes"/>. Real logs stay below a hundred.</summary>
    public int Ratio { get; init; } = 300;

    /// <summary>The bytes that a gzipped log may have whatever its ratio.</summary>
    public long FreeBytes { get; init; } = 16L << 20;
}
