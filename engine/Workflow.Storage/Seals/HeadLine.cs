using System.Globalization;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Seals;

/// <summary>The printed head: one line to copy on paper, <c>seal 12 sha256:… 2014-06-06T01:00:00Z</c>.</summary>
public static class HeadLine
{
    private const string Word = "seal";
    private const string HashMark = "sha256:";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int HashLength = 64;

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Returns the line of a seal.</summary>
    public static string Of(StoredSeal seal) =>
        $"{Word} {seal.Number} {HashMark}{seal.Hash} {seal.Read().At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}";

    /// <summary>Reads a line that was copied from paper; the moment may be missing.</summary>
    /// <exception cref="InputRefusedException">It is no such line.</exception>
    public static OutsideReceipt Read(string line)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts is [Word, var number, var hash, ..] && parts.Length <= 4 && IsNumber(number, out var seal) && IsMarkedHash(hash))
            return new OutsideReceipt(ReceiptMessages.PrintedHead(), seal, hash[HashMark.Length..].ToLowerInvariant(), At(parts));
        throw ReceiptRefusals.NotAHead(Shown(line));
    }

    private static DateTimeOffset? At(string[] parts) =>
        parts.Length == 4
        && DateTimeOffset.TryParseExact(parts[3], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static bool IsMarkedHash(string text) =>
        text.StartsWith(HashMark, StringComparison.Ordinal)
        && text.Length == HashMark.Length + HashLength
        && text.AsSpan(HashMark.Length).ContainsAnyExcept(HexDigits) is false;

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
