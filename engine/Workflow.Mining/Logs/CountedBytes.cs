namespace Workflow.Mining.Logs;

/// <summary>The bytes of a log as they are stored, counted; the first few may be looked at before they are read.</summary>
internal sealed class CountedBytes(Stream inner) : Stream
{
    private byte[] _ahead = [];

    /// <summary>What was looked at; empty before.</summary>
    internal byte[] Seen { get; private set; } = [];

    /// <summary>How many bytes were handed on.</summary>
    internal long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <summary>Returns the first bytes without taking them; fewer at the end. Called once, before anything is read.</summary>
    internal byte[] Peek(int most)
    {
        var buffer = new byte[most];
        return Seen = _ahead = buffer[..inner.ReadAtLeast(buffer, most, throwOnEndOfStream: false)];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_ahead.Length == 0)
            return Counted(inner.Read(buffer));
        var some = Math.Min(buffer.Length, _ahead.Length);
        _ahead.AsSpan(0, some).CopyTo(buffer);
        _ahead = _ahead[some..];
        return Counted(some);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        Count += read;
        return read;
    }
}
