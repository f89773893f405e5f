using System.Collections.Immutable;

namespace Workflow.Engine.Periods;

/// <summary>The union of exclusions as disjoint stretches (From, To] of marks in ascending order.</summary>
internal sealed record Gaps(ImmutableArray<(long From, long To)> Stretches)
{
    /// <summary>Merges the closed exclusions: an open one has not yet excluded anything that is certain.</summary>
    internal static Gaps Of(Reckoning reckoning) =>
        Union(from e in reckoning.Exclusions where !reckoning.IsOpen(e) select Marks(reckoning, e));

    /// <summary>Returns the first mark at which an amount of units has run after a start.</summary>
    internal long Forward(Ruler ruler, long start, long amount)
    {
        var (at, left) = (start, amount);
        foreach (var (from, to) in Stretches.Where(s => s.To > start))
        {
            // A gap that begins on the last day is too late to move it.
            var run = ruler.Between(at, Math.Max(from, at));
            if (run >= left)
                break;
            (at, left) = (to, left - run);
        }

        return ruler.After(at, left);
    }

    /// <summary>Returns the last mark from which an amount of units runs up to an end.</summary>
    internal long Backward(Ruler ruler, long end, long amount)
    {
        var (at, left) = (end, amount);
        foreach (var (from, to) in Stretches.Reverse().Where(s => s.From < end))
        {
            var run = ruler.Between(Math.Min(to, at), at);
            if (run >= left)
                break;
            (at, left) = (from, left - run);
        }

        return ruler.Before(at, left);
    }

    /// <summary>Returns the units in (from, to] outside the gaps.</summary>
    internal long Between(Ruler ruler, long from, long to)
    {
        var units = ruler.Between(from, to);
        foreach (var gap in Stretches.Where(s => s.To > from && s.From < to))
            units -= ruler.Between(Math.Max(gap.From, from), Math.Min(gap.To, to));
        return units;
    }

    private static (long From, long To) Marks(Reckoning reckoning, Exclusion exclusion) =>
        reckoning.InHours
            ? (exclusion.FromAt.UtcTicks, exclusion.ToAt!.Value.UtcTicks)
            : (exclusion.From.DayNumber, exclusion.To!.Value.DayNumber);

    private static Gaps Union(IEnumerable<(long From, long To)> marks)
    {
        var merged = new List<(long From, long To)>();
        foreach (var next in marks.Where(m => m.To > m.From).Order())
        {
            if (merged is [.., var last] && next.From <= last.To)
                merged[^1] = (last.From, Math.Max(last.To, next.To));
            else
                merged.Add(next);
        }

        return new Gaps([.. merged]);
    }
}
