using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Mining.Logs;

/// <summary>Finds out by a log's first bytes whether it is gzipped and how its characters are written.</summary>
internal static partial class LogOpening
{
    /// <summary>More than the longest XML declaration.</summary>
    private const int Head = 256;

    internal static TextReader Open(Stream stream, XesLimits limits)
    {
        var packed = new CountedBytes(stream);
        var bytes = packed.Peek(Head) is [0x1F, 0x8B, ..] ? Unpacked(packed, limits) : packed;
        return new GuardedText(new StreamReader(bytes, EncodingOf(bytes.Seen), detectEncodingFromByteOrderMarks: false), limits);
    }

    private static CountedBytes Unpacked(CountedBytes packed, XesLimits limits)
    {
        var bytes = new CountedBytes(Guard(packed, limits).Over(new GZipStream(packed, CompressionMode.Decompress)));
        bytes.Peek(Head);
        return bytes;
    }

    private static Swelling Guard(CountedBytes packed, XesLimits limits) =>
        new(() => packed.Count, limits.Ratio, limits.FreeBytes, () => new XesRefusedException(XesProblems.Bomb(limits.Ratio)));

    // The parser takes what our own reader decoded, so a declaration that says otherwise is found here or nowhere.
    private static Encoding EncodingOf(byte[] head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true, throwOnInvalidBytes: true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, throwOnInvalidBytes: true),
            _ => Declared(Declaration().Match(Encoding.Latin1.GetString(head)).Groups[1].Value),
        };

    private static Encoding Declared(string name) =>
        name.ToUpperInvariant() switch
        {
            "" or "UTF-8" or "UTF8" or "US-ASCII" or "ASCII" => new UTF8Encoding(false, throwOnInvalidBytes: true),
            "ISO-8859-1" or "LATIN1" => Encoding.Latin1,
            // GB18030 holds the two older ones whole.
            "GB18030" or "GBK" or "GB2312" or "CP936" => CodePagesEncodingProvider.Instance.GetEncoding(
                "GB18030",
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )!,
            _ => throw new XesRefusedException(XesProblems.Encoding(name)),
        };

    [GeneratedRegex("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
