using System.Collections.Immutable;
using System.Text.Json;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>What an entry's stored text says of its place, read without trusting it: whoever tampers can write anything.</summary>
/// <param name="Case">The case that it names; null where it names none.</param>
/// <param name="Log">The access log that it names; null where it names none.</param>
/// <param name="Number">Its number; null without one.</param>
/// <param name="Previous">The hash of the entry before; null without one.</param>
internal sealed record EntryMarks(string? Case = null, string? Log = null, long? Number = null, string? Previous = null)
{
    // A ledger entry nests deeper than the parser's own bound; this is the bound under which it was written. A key that stands
    // twice reads differently to different readers (RFC 7493, 2.3), and no entry was ever written so.
    internal static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>Those of a text that says nothing.</summary>
    internal static readonly EntryMarks None = new();

    /// <summary>Its recorded moment; null where it names none.</summary>
    internal DateTimeOffset? RecordedAt { get; private init; }

    /// <summary>The digest of its definition; null where it names none, as in an access log.</summary>
    internal string? Definition { get; private init; }

    /// <summary>The digest of its calendar; null where it names none.</summary>
    internal string? Calendar { get; private init; }

    /// <summary>The numbers that it says it took, by series.</summary>
    internal ImmutableArray<TakenNumbers> Numbers { get; private init; } = [];

    /// <summary>What it says of numbers of papers that somebody entered.</summary>
    internal ImmutableArray<EnteredMark> Entered { get; private init; } = [];

    /// <summary>The process of a case that it opens; null for any other entry.</summary>
    internal string? Process { get; private init; }

    /// <summary>Whether it closes its case, and until when the file is kept then; null where it neither closes the case nor opens it again.</summary>
    internal ClosedFile? Closing { get; private init; }

    /// <summary>Returns the marks of a text; null when it is not JSON, or a key stands in it twice.</summary>
    internal static EntryMarks? Read(string text)
    {
        try
        {
            using var body = JsonDocument.Parse(text, Bounds);
            return Of(body.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EntryMarks Of(JsonElement body)
    {
        var events = Events(body);
        return new EntryMarks
        {
            Case = Text(body, "case"),
            Log = Text(body, "log"),
            Number = Whole(body, "number"),
            Previous = Text(body, "previous"),
            RecordedAt = Moment(Inner(body, "stamp"), "recordedAt") ?? Moment(Inner(body, "record"), "at"),
            Definition = Text(body, "definition"),
            Calendar = Text(Inner(Inner(body, "stamp"), "facts"), "calendar"),
            Numbers = TakenNumbers.Of(Inner(Inner(Inner(body, "stamp"), "facts"), "serials"), events),
            Entered = EnteredMark.In(events),
            Process = events.Where(e => Text(e, "is") is "case.lodged" or "case.adopted").Select(e => Text(e, "process")).FirstOrDefault(),
            Closing = ClosedFile.Of(events),
        };
    }

    private static List<JsonElement> Events(JsonElement body) =>
        Find(body, "events", JsonValueKind.Array) is { } events
            ? [.. events.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)]
            : [];

    internal static string? Text(JsonElement? body, string property) =>
        Find(body, property, JsonValueKind.String) is { } found ? found.GetString() : null;

    internal static long? Whole(JsonElement? body, string property) =>
        Find(body, property, JsonValueKind.Number) is { } found && found.TryGetInt64(out var number) ? number : null;

    private static DateTimeOffset? Moment(JsonElement? body, string property) =>
        Find(body, property, JsonValueKind.String) is { } found && found.TryGetDateTimeOffset(out var at) ? at : null;

    internal static JsonElement? Inner(JsonElement? body, string property) => Find(body, property, JsonValueKind.Object);

    private static JsonElement? Find(JsonElement? body, string property, JsonValueKind kind) =>
        body is { ValueKind: JsonValueKind.Object } within && within.TryGetProperty(property, out var found) && found.ValueKind == kind
            ? found
            : null;
}
