using System.Collections.Immutable;

namespace Workflow.Engine.Statistics;

/// <summary>How a whole falls into categories. Nothing says that they add up: a thing may be in several, or in none.</summary>
/// <param name="Whole">How many things there are.</param>
/// <param name="Counts">How many are in each category, in the order of the names.</param>
/// <param name="InNone">How many are in no category.</param>
public sealed record Breakdown(long Whole, ImmutableSortedDictionary<string, long> Counts, long InNone)
{
    /// <summary>All memberships together; more than the whole where things are in several categories.</summary>
    public long Memberships => Counts.Values.Sum();

    /// <summary>How often a thing is in one more category than its first.</summary>
    public long Overlap => Memberships - (Whole - InNone);

    /// <summary>The share of a category.</summary>
    public Rate this[string category] => new(Counts.GetValueOrDefault(category), Whole);

    /// <summary>Counts things.</summary>
    /// <param name="things">The things.</param>
    /// <param name="categories">Returns the categories of one; naming one twice counts once.</param>
    public static Breakdown Of<T>(IEnumerable<T> things, Func<T, IEnumerable<string>> categories)
    {
        var named = things.Select(t => categories(t).Distinct(StringComparer.Ordinal).ToList()).ToList();
        var counts = named.SelectMany(n => n).CountBy(n => n, StringComparer.Ordinal);
        return new Breakdown(
            named.Count,
            counts.ToImmutableSortedDictionary(c => c.Key, c => (long)c.Value, StringComparer.Ordinal),
            named.Count(n => n.Count == 0)
        );
    }
}
