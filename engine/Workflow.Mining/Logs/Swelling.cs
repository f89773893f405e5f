namespace Workflow.Mining.Logs;

/// <summary>How far compressed bytes have swelled: past a bound they are a bomb.</summary>
/// <param name="packed">How many compressed bytes there are, or were read.</param>
/// <param name="ratio">The most times larger they may become, past <paramref name="free"/>.</param>
/// <param name="free">The bytes that they may become whatever the ratio.</param>
/// <param name="refused">What is thrown past the bound.</param>
public sealed class Swelling(Func<long> packed, int ratio, long free, Func<Exception> refused)
{
    private long _read;

    /// <summary>Returns decompressed bytes that are counted as they are read; several streams of one file share the bound.</summary>
    /// <param name="inflated">The bytes; disposed with what is returned.</param>
    public Stream Over(Stream inflated) => new GuardedBytes(inflated, this);

    /// <summary>Counts decompressed bytes.</summary>
    internal void Add(int bytes)
    {
        _read += bytes;
        if (_read > free && _read / ratio > packed())
            throw refused();
    }
}
