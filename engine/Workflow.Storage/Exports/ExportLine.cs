using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>A line of a ledger export: one JSON object, its kind in <c>is</c>. Stored texts are carried as they are, inside a JSON string.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(HeadOfExport), "ledger-export")]
[JsonDerivedType(typeof(DefinitionLine), "definition")]
[JsonDerivedType(typeof(CalendarLine), "calendar")]
[JsonDerivedType(typeof(SealLine), "seal")]
[JsonDerivedType(typeof(LeafLine), "head")]
[JsonDerivedType(typeof(PathLine), "path")]
[JsonDerivedType(typeof(AbsentLine), "absent")]
[JsonDerivedType(typeof(TokenLine), "token")]
[JsonDerivedType(typeof(EntryLine), "entry")]
[JsonDerivedType(typeof(AccessLine), "access")]
[JsonDerivedType(typeof(FileLine), "file")]
[JsonDerivedType(typeof(ChunkLine), "chunk")]
[JsonDerivedType(typeof(EndLine), "end")]
internal abstract record ExportLine
{
    /// <summary>The longest line in bytes: twice a request's largest body with its facts, escaped.</summary>
    internal const int LongestLine = 16 << 20;

    /// <summary>The place of the line's section among the sections, from 0.</summary>
    [JsonIgnore]
    internal int Section =>
        this switch
        {
            HeadOfExport => 0,
            DefinitionLine => 1,
            CalendarLine => 2,
            SealLine or LeafLine or PathLine or AbsentLine => 3,
            TokenLine => 4,
            EntryLine => 5,
            AccessLine => 6,
            FileLine or ChunkLine => 7,
            EndLine => 8,
            _ => throw new System.Diagnostics.UnreachableException($"No section of {GetType().Name}."),
        };
}

/// <summary>The first line.</summary>
/// <param name="Version">The form of the export.</param>
/// <param name="At">When it was made.</param>
/// <param name="Case">The one case it holds; null for the whole ledger.</param>
/// <param name="Attachments">Whether the contents of attachments go with it; null when they do not.</param>
internal sealed record HeadOfExport(int Version, DateTimeOffset At, string? Case = null, bool? Attachments = null) : ExportLine
{
    internal const int CurrentVersion = 1;
}

internal sealed record DefinitionLine(string Digest, string Json) : ExportLine;

internal sealed record CalendarLine(string Digest, string Canonical) : ExportLine;

/// <summary>A seal; its heads follow, or of one case the path to its head, or the proof that the seal does not name it.</summary>
internal sealed record SealLine(long Number, string Hash, string Body) : ExportLine;

internal sealed record LeafLine(SealLeaf Head) : ExportLine;

/// <summary>That a head belongs to the tree of the seal before it.</summary>
internal sealed record PathLine(SealLeaf Head, long Place, ImmutableArray<string> Path) : ExportLine;

/// <summary>That the seal before it does not name the exported case.</summary>
internal sealed record AbsentLine(HeadPath? Before = null, HeadPath? After = null) : ExportLine;

internal sealed record TokenLine(long Seal, string Authority, DateTimeOffset ReceivedAt, byte[] Token) : ExportLine;

internal sealed record EntryLine(string Case, long Number, string Hash, string Body) : ExportLine;

internal sealed record AccessLine(string Log, long Number, string Hash, string Body) : ExportLine;

/// <summary>An attachment; its content follows in chunks.</summary>
internal sealed record FileLine(string Sha256, long Size, string MediaType) : ExportLine;

internal sealed record ChunkLine(byte[] Bytes) : ExportLine;

/// <summary>The last line: without it the export was cut off.</summary>
/// <param name="Lines">How many lines stand before it.</param>
internal sealed record EndLine(long Lines) : ExportLine;
