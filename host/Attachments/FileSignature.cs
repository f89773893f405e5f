namespace Workflow.Host.Attachments;

/// <summary>The media types taken, and the bytes that a file of each begins with: what calls itself a PDF and is a program is not stored.</summary>
public static class FileSignature
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    // An empty list stands for text, which has no signature.
    private static readonly SortedDictionary<string, byte[][]> Known = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = ["%PDF-"u8.ToArray()],
        ["image/jpeg"] =
        [
            [0xFF, 0xD8, 0xFF],
        ],
        ["image/png"] =
        [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        ],
        ["image/tiff"] =
        [
            [0x49, 0x49, 0x2A, 0x00],
            [0x4D, 0x4D, 0x00, 0x2A],
        ],
        ["application/zip"] = [Zip],
        ["application/ofd"] = [Zip],
        [Office + "wordprocessingml.document"] = [Zip],
        [Office + "spreadsheetml.sheet"] = [Zip],
        ["text/plain"] = [],
        ["text/csv"] = [],
    };

    /// <summary>The media types taken.</summary>
    public static IReadOnlyCollection<string> MediaTypes => Known.Keys;

    /// <summary>Whether a content can be what it is called; the type is one of <see cref="MediaTypes"/>. Text has no zero byte.</summary>
    public static bool Fits(string mediaType, byte[] content) =>
        Known[mediaType] is { Length: > 0 } signatures
            ? signatures.Any(s => content.AsSpan().StartsWith(s))
            : !content.AsSpan().Contains((byte)0);
}
