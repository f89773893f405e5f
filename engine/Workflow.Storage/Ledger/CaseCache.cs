namespace Workflow.Storage.Ledger;

/// <summary>The cases used last, so that a busy case is not folded again for each command. Any thread may look, and offer what it has read; only the one whose turn it is keeps and forgets.</summary>
/// <param name="capacity">How many cases are kept; at least 1.</param>
internal sealed class CaseCache(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<LoadedCase>> _byNumber = new(StringComparer.Ordinal);
    private readonly LinkedList<LoadedCase> _latestFirst = [];
    private readonly Lock _lock = new();

    /// <summary>Returns a case as it was written last, perhaps in a transaction that is not committed; null when it is not kept.</summary>
    internal LoadedCase? Find(string number)
    {
        lock (_lock)
            return _byNumber.TryGetValue(number, out var node) ? node.Value : null;
    }

    /// <summary>Returns a case, or null when it is not kept as of this head.</summary>
    internal LoadedCase? Find(string number, long entries, string hash)
    {
        lock (_lock)
        {
            if (!_byNumber.TryGetValue(number, out var node) || node.Value.State.Entries != entries || node.Value.Hash != hash)
                return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value;
        }
    }

    internal void Keep(LoadedCase loaded)
    {
        lock (_lock)
        {
            Drop(loaded.State.Number);
            _byNumber[loaded.State.Number] = _latestFirst.AddFirst(loaded);
            if (_byNumber.Count > capacity)
                Drop(_latestFirst.Last!.Value.State.Number);
        }
    }

    /// <summary>Keeps a case that was read beside the writer, where none of its number is kept.</summary>
    internal void Offer(LoadedCase loaded)
    {
        lock (_lock)
        {
            if (!_byNumber.ContainsKey(loaded.State.Number))
                Keep(loaded);
        }
    }

    internal void Forget(string number)
    {
        lock (_lock)
            Drop(number);
    }

    private void Drop(string number)
    {
        if (_byNumber.Remove(number, out var node))
            _latestFirst.Remove(node);
    }
}
