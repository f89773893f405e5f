using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflow.Host.Answers;

/// <summary>Reads request bodies strictly: media type, size, UTF-8, then the text's own form with a position.</summary>
public static partial class Bodies
{
    /// <summary>The largest body, in bytes; files have their own bound.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static async Task<T> ReadJson<T>(HttpRequest request, Func<string, T> parse, CancellationToken cancellation)
    {
        var text = await ReadText(request, ["application/json"], cancellation);
        try
        {
            return parse(text);
        }
        catch (JsonException e)
        {
            throw Malformed(e);
        }
    }

    public static async Task<string> ReadText(HttpRequest request, string[] mediaTypes, CancellationToken cancellation)
    {
        var found = request.ContentType?.Split(';')[0].Trim();
        if (!mediaTypes.Contains(found, StringComparer.OrdinalIgnoreCase))
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "request.media_type", $"Expected {string.Join(" or ", mediaTypes)}, but found '{found ?? "no media type"}'.");
        if (request.GetTypedHeaders().ContentType?.Charset.Value is { Length: > 0 } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "request.charset", $"Expected UTF-8, but found the charset '{charset}'.", "send UTF-8");
        var bytes = await ReadBytes(request, MaxBytes, cancellation);
        try
        {
            return StrictUtf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw RequestRefusedException.Malformed("request.encoding", $"Expected UTF-8, but byte {e.Index} is not.");
        }
    }

    public static async Task<byte[]> ReadBytes(HttpRequest request, int most, CancellationToken cancellation) =>
        await ReadAtMost(request.Body, most, cancellation)
        ?? throw new RequestRefusedException(StatusCodes.Status413PayloadTooLarge, "request.too_large", $"Expected at most {most} bytes, but the body has more.");

    /// <summary>Reads to the end; null when there is more than that.</summary>
    public static async Task<byte[]?> ReadAtMost(Stream from, int most, CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await from.ReadAsync(body.GetMemory(16 * 1024), cancellation)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > most) return null;
        }

        return body.WrittenSpan.ToArray();
    }

    private static bool StartsWith(this byte[] bytes, ReadOnlySpan<byte> start) => bytes.AsSpan().StartsWith(start);

    /// <summary>The refusal of JSON that is not what is expected.</summary>
    /// <param name="e">What the reader found.</param>
    /// <param name="within">The part of the body that was read by itself, ended by a comma and a space; empty for the whole.</param>
    internal static RequestRefusedException Malformed(JsonException e, string within = "") =>
        RequestRefusedException.Malformed("json.malformed", $"Expected other JSON at {within}{Place(e)}, but: {Reason(e)}");

    private static string Place(JsonException e) =>
        e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine + 1}, path {e.Path ?? "$"}" : $"path {e.Path ?? "$"}";

    // The parser names our types and repeats its position; neither helps the one who wrote the JSON.
    internal static string Reason(JsonException e) => e.Message switch
    {
        var m when m.Contains("could not be converted", StringComparison.Ordinal) => "the value is not of the kind expected there.",
        var m when m.Contains("doesn't allow null", StringComparison.Ordinal) => "null stands where a value is needed.",
        var m => Position().Replace(TypeName().Replace(m, ""), ""),
    };

    [GeneratedRegex(" (for type|on type|by type|contained in type) '[^']*'|\\.NET ")]
    private static partial Regex TypeName();

    [GeneratedRegex(" (Path|LineNumber):.*$", RegexOptions.Singleline)]
    private static partial Regex Position();
}
