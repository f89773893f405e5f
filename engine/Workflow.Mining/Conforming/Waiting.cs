namespace Workflow.Mining.Conforming;

/// <summary>What the search has reached and not yet looked at, the most promising first.</summary>
/// <param name="steps">How many events there are to explain.</param>
internal sealed class Waiting(int steps)
{
    // Hurrying, a pair further on in the log always comes before one that is cheaper.
    private const int Hurry = 1_000_000;

    private readonly PriorityQueue<Reached, (long, int)> _open = new();
    private int _order;

    /// <summary>Whether it has stopped comparing and only makes for the end.</summary>
    internal bool Hurries { get; private set; }

    internal Reached? Next() => _open.TryDequeue(out var at, out _) ? at : null;

    // Ties go to the one furthest on in the log, then to the one found first, so the answer is always the same.
    internal void Put(Reached found) => _open.Enqueue(found, (Rank(found, steps - found.Place), _order++));

    internal void BeginToHurry()
    {
        Hurries = true;
        var waiting = _open.UnorderedItems.Select(i => i.Element).ToList();
        _open.Clear();
        waiting.ForEach(Put);
    }

    // Hurrying, what is left to miss at the end is missed straight on, and no longer compared.
    private long Rank(Reached found, int left) =>
        !Hurries ? (long)found.Cost * Hurry + left
        : left > 0 ? (long)left * Hurry + found.Cost
        : -_order;
}
