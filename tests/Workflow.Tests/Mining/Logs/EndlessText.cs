using System.Text;

namespace Workflow.Tests.Mining.Logs;

/// <summary>A stream that begins with one text and then repeats another, without ever holding it.</summary>
internal sealed class EndlessText(string head, string repeated, long length) : Stream
{
    private readonly byte[] _head = Encoding.UTF8.GetBytes(head);
    private readonly byte[] _repeated = Encoding.UTF8.GetBytes(repeated);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var some = (int)Math.Min(count, length - Position);
        for (var i = 0; i < some; i++, Position++)
            buffer[offset + i] = Position < _head.Length ? _head[Position] : _repeated[(Position - _head.Length) % _repeated.Length];
        return some;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
