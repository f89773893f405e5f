namespace Workflow.Storage.Ledger;

/// <summary>The cases used last, so that a busy case is not folded again for each command. Used by the writer's thread alone.</summary>
/// <param name="capacity">How many cases are kept; at least 1.</param>
internal sealed class CaseCache(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<LoadedCase>> _byNumber = new(StringComparer.Ordinal);
    private readonly LinkedList<LoadedCase> _latestFirst = [];

    /// <summary>Returns a case, or null when it is not kept as of this head.</summary>
    internal LoadedCase? Find(string number, long entries, string hash)
    {
        if (!_byNumber.TryGetValue(number, out var node)) return null;
        if (node.Value.State.Entries != entries || node.Value.Hash != hash)
        {
            Forget(number);
            return null;
        }

        _latestFirst.Remove(node);
        _latestFirst.AddFirst(node);
        return node.Value;
    }

    internal void Keep(LoadedCase loaded)
    {
        Forget(loaded.State.Number);
        _byNumber[loaded.State.Number] = _latestFirst.AddFirst(loaded);
        if (_byNumber.Count > capacity) Forget(_latestFirst.Last!.Value.State.Number);
    }

    internal void Forget(string number)
    {
        if (_byNumber.Remove(number, out var node)) _latestFirst.Remove(node);
    }
}
