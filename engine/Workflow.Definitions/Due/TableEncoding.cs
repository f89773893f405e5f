using System.Text;

namespace Workflow.Definitions.Due;

/// <summary>
/// Reads tables as they are saved in China: UTF-8, or GB18030, which holds GBK and GB2312 whole. The first characters that are not
/// ASCII decide, so that a table is answered while it is still being written; a file with a byte order mark says it itself.
/// </summary>
public sealed class TableEncoding : Encoding
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>Opens a reader of a table.</summary>
    public static StreamReader Open(Stream table) => new(table, new TableEncoding());

    /// <inheritdoc/>
    public override Decoder GetDecoder() => new EitherDecoder();

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => Utf8.GetByteCount(chars, index, count);

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => GetDecoder().GetCharCount(bytes, index, count);

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetDecoder().GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => Utf8.GetMaxByteCount(charCount);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => Math.Max(Utf8.GetMaxCharCount(byteCount), Gb18030.GetMaxCharCount(byteCount));

    private sealed class EitherDecoder : Decoder
    {
        private Decoder? _chosen;

        public override int GetCharCount(byte[] bytes, int index, int count) =>
            (_chosen ?? Chosen(bytes.AsSpan(index, count))).GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            var read = bytes.AsSpan(byteIndex, byteCount);
            var decoder = _chosen ?? Chosen(read);
            if (read.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
                _chosen = decoder;
            return decoder.GetChars(bytes, byteIndex, byteCount, chars, charIndex);
        }

        private static Decoder Chosen(ReadOnlySpan<byte> bytes) => (IsUtf8(bytes) ? Utf8 : Gb18030).GetDecoder();

        // A character that is cut by the end of what was read so far is no fault.
        private static bool IsUtf8(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var status = Rune.DecodeFromUtf8(bytes, out _, out var taken);
                if (status != System.Buffers.OperationStatus.Done)
                    return status == System.Buffers.OperationStatus.NeedMoreData;
                bytes = bytes[taken..];
            }

            return true;
        }
    }
}
