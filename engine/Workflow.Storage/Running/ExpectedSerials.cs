namespace Workflow.Storage.Running;

/// <summary>
/// Which serial a command will probably get when its turn comes: the next of its series, behind those that expect one
/// already. Only ever an expectation; inside the transaction the database says which it is.
/// </summary>
internal sealed class ExpectedSerials
{
    private readonly Dictionary<string, (long Next, long Expecting)> _series = new(StringComparer.Ordinal);
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    /// <summary>Returns the serial that one more may expect; <see cref="Give"/> it back when it is known which it became.</summary>
    internal long Expect(string series)
    {
        lock (_series)
        {
            var (next, expecting) = _series.GetValueOrDefault(series, (1, 0));
            _series[series] = (next, expecting + 1);
            return next + expecting;
        }
    }

    /// <summary>One that expected a serial does so no more.</summary>
    internal void Give(string series)
    {
        lock (_series)
        {
            var (next, expecting) = _series[series];
            _series[series] = (next, expecting - 1);
        }
    }

    /// <summary>The database's next serial was found, and will be taken.</summary>
    internal void Found(string series, long serial)
    {
        lock (_series)
            _series[series] = (serial + 1, _series.GetValueOrDefault(series).Expecting);
    }

    /// <summary>Numbers were taken at a recorded moment.</summary>
    internal void Taken(DateTimeOffset at)
    {
        lock (_series)
            _latest = at > _latest ? at : _latest;
    }

    /// <summary>Whether numbers taken at a recorded moment would follow those taken so far in time as well.</summary>
    internal bool Follows(DateTimeOffset at)
    {
        lock (_series)
            return at >= _latest;
    }
}
