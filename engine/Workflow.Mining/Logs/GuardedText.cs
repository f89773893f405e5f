namespace Workflow.Mining.Logs;

/// <summary>
/// The characters of a log on their way to the XML parser. The parser holds a whole tag before anybody can look at it, so
/// the tag's length is counted here: in well-formed XML a value never holds a '&lt;'.
/// </summary>
internal sealed class GuardedText(TextReader inner, XesLimits limits) : TextReader
{
    private readonly char[] _one = new char[1];
    private long _all;
    private long _sinceTag;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        Look(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read() => Read(_one, 0, 1) == 0 ? -1 : _one[0];

    public override int Peek() => inner.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<char> text)
    {
        if ((_all += text.Length) > limits.Characters)
            throw new XesRefusedException(XesProblems.TooLarge(limits.Characters));
        for (int at; (at = text.IndexOf('<')) >= 0; text = text[(at + 1)..])
        {
            Grow(at);
            _sinceTag = 0;
        }

        Grow(text.Length);
    }

    private void Grow(int by)
    {
        if ((_sinceTag += by) > limits.Tag)
            throw new XesRefusedException(XesProblems.TagTooLarge(limits.Tag));
    }
}
