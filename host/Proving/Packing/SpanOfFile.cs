namespace Workflow.Host.Proving.Packing;

/// <summary>
/// A span of a file. The last byte is given out by itself, so that whoever stops before it shows by that: what is packed says where it ends.
/// </summary>
internal sealed class SpanOfFile(Stream file, long begin, long end) : Stream
{
    private long _at = begin;

    /// <summary>Whether every byte was asked for.</summary>
    internal bool IsUsedUp => _at == end;

    public override int Read(Span<byte> buffer)
    {
        file.Position = _at;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, Next)]);
        _at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private long Next => end - _at > 1 ? end - _at - 1 : end - _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
