using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>
/// A few values by their keys, in the order of the keys. It never changes and knows its hash: a path is held against those that came
/// before at each step, and nearly always differs.
/// </summary>
internal sealed class Remembered<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IEquatable<Remembered<TKey, TValue>>
    where TKey : notnull
{
    private readonly IComparer<TKey> _order;
    private readonly KeyValuePair<TKey, TValue>[] _all;
    private readonly int _hash;

    private Remembered(IComparer<TKey> order, KeyValuePair<TKey, TValue>[] all, int hash) => (_order, _all, _hash) = (order, all, hash);

    public int Count => _all.Length;

    public bool IsEmpty => _all.Length == 0;

    public IEnumerable<TKey> Keys => _all.Select(p => p.Key);

    public IEnumerable<TValue> Values => _all.Select(p => p.Value);

    public TValue this[TKey key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"Nothing stands at {key}.");

    /// <summary>Nothing remembered yet.</summary>
    /// <param name="order">The order of the keys; two keys that stand at one place are one key.</param>
    public static Remembered<TKey, TValue> None(IComparer<TKey> order) => new(order, [], 0);

    /// <summary>The same with a value at a key, in the place of the one that stood there.</summary>
    public Remembered<TKey, TValue> With(TKey key, TValue value)
    {
        var place = Place(key);
        var next = KeyValuePair.Create(key, value);
        if (place < 0)
            return new Remembered<TKey, TValue>(_order, [.. _all.AsSpan(0, ~place), next, .. _all.AsSpan(~place)], _hash ^ Hash(next));
        var before = _all[place];
        if (EqualityComparer<TValue>.Default.Equals(before.Value, value))
            return this;
        KeyValuePair<TKey, TValue>[] all = [.. _all];
        all[place] = next;
        return new Remembered<TKey, TValue>(_order, all, _hash ^ Hash(before) ^ Hash(next));
    }

    /// <summary>The same with only those that a question is answered yes for.</summary>
    public Remembered<TKey, TValue> Only(Func<KeyValuePair<TKey, TValue>, bool> stands)
    {
        var left = Array.FindAll(_all, p => stands(p));
        return left.Length == _all.Length
            ? this
            : new Remembered<TKey, TValue>(_order, left, left.Aggregate(0, (hash, p) => hash ^ Hash(p)));
    }

    public bool ContainsKey(TKey key) => Place(key) >= 0;

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var place = Place(key);
        value = place < 0 ? default : _all[place].Value;
        return place >= 0;
    }

    public bool Equals(Remembered<TKey, TValue>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Count == other.Count && _all.Zip(other._all).All(Same));

    public override bool Equals(object? obj) => Equals(obj as Remembered<TKey, TValue>);

    public override int GetHashCode() => _hash;

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _all.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Where the key stands, or the complement of where it would.
    private int Place(TKey key)
    {
        var (from, to) = (0, _all.Length - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var side = _order.Compare(_all[middle].Key, key);
            if (side == 0)
                return middle;
            (from, to) = side < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        return ~from;
    }

    private static bool Same((KeyValuePair<TKey, TValue> One, KeyValuePair<TKey, TValue> Other) pair) =>
        EqualityComparer<TKey>.Default.Equals(pair.One.Key, pair.Other.Key)
        && EqualityComparer<TValue>.Default.Equals(pair.One.Value, pair.Other.Value);

    private static int Hash(KeyValuePair<TKey, TValue> pair) => HashCode.Combine(pair.Key, pair.Value);
}
