using System.Buffers;
using System.Text;
using System.Text.Json;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>Reads request bodies strictly: media type, size, UTF-8, then the text's own form with a position.</summary>
public static class Bodies
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
        RequireText(request, mediaTypes);
        var bytes = await ReadBytes(request, MaxBytes, cancellation);
        try
        {
            return StrictUtf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw RequestRefusals.NotUtf8(e.Index);
        }
    }

    private static void RequireText(HttpRequest request, string[] mediaTypes)
    {
        var found = MediaType(request);
        if (!mediaTypes.Contains(found, StringComparer.OrdinalIgnoreCase))
            throw RequestRefusals.MediaType(mediaTypes, found);
        var charset = request.GetTypedHeaders().ContentType?.Charset.Value?.Trim('"');
        if (charset is { Length: > 0 } && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw RequestRefusals.Charset(charset);
    }

    /// <summary>The media type that a request names, without what follows it; null for none.</summary>
    internal static string? MediaType(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim() is { Length: > 0 } type ? type : null;

    public static async Task<byte[]> ReadBytes(HttpRequest request, int most, CancellationToken cancellation) =>
        await ReadAtMost(request.Body, most, cancellation) ?? throw RequestRefusals.TooLarge(most);

    /// <summary>Reads to the end; null when there is more than that.</summary>
    public static async Task<byte[]?> ReadAtMost(Stream from, int most, CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await from.ReadAsync(body.GetMemory(16 * 1024), cancellation)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > most)
                return null;
        }

        return body.WrittenSpan.ToArray();
    }

    /// <summary>The refusal of JSON that is not what is expected.</summary>
    /// <param name="e">What the reader found.</param>
    internal static RequestRefusedException Malformed(JsonException e) =>
        RequestRefusals.Json(JsonFaults.Place(e), JsonFaults.Reason(e), (e as BodyException)?.All ?? []);
}
