namespace Workflow.Mining.Conforming;

/// <summary>How often each whole number came, in space for the different numbers only.</summary>
public sealed class Spread
{
    private readonly SortedDictionary<int, long> _counts = [];

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a number.</summary>
    public void Add(int number)
    {
        _counts[number] = _counts.GetValueOrDefault(number) + 1;
        Count++;
    }

    /// <summary>How many numbers are below a bound.</summary>
    public long Below(int bound) => _counts.Where(c => c.Key < bound).Sum(c => c.Value);

    /// <summary>The least number that so many per cent do not exceed; null when nothing was added. 50 is the median, 100 the greatest.</summary>
    /// <param name="percent">From 1 to 100.</param>
    public int? Percentile(int percent)
    {
        var (wanted, sum) = ((Count * percent + 99) / 100, 0L);
        foreach (var (number, count) in _counts)
            if ((sum += count) >= wanted)
                return number;
        return null;
    }
}
