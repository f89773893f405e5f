using System.Collections.Immutable;

namespace Workflow.Engine.Evidence;

/// <summary>What one person had of their office's or party's share.</summary>
/// <param name="Person">The person; null for what nobody had taken for themselves.</param>
/// <param name="Share">The exact share; a day of several tasks in equal parts.</param>
public sealed record PersonShare(string? Person, Fraction Share)
{
    internal static ImmutableArray<PersonShare> Add(ImmutableArray<PersonShare> to, ImmutableArray<string?> people, Fraction length)
    {
        foreach (var person in people)
        {
            var was = to.FirstOrDefault(p => p.Person == person) ?? new PersonShare(person, Fraction.Zero);
            to = to.Remove(was).Add(was with { Share = was.Share + (length / people.Length) });
        }

        return [.. to.OrderBy(p => p.Person is null).ThenBy(p => p.Person, StringComparer.Ordinal)];
    }
}

/// <summary>What one holder had of a clock; in days, for limits in hours in hours.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">As in <see cref="Holder.Id"/>.</param>
/// <param name="Held">All it held, alone or with others: these may overlap and exceed the whole.</param>
/// <param name="Overdue">What of it lay past the last day.</param>
/// <param name="Share">Its exact share, a day of several in equal parts: shares sum to the whole.</param>
public sealed record HolderShare(HolderKind Kind, string Id, Fraction Held, Fraction Overdue, Fraction Share)
{
    /// <summary>Who of it had it: their exact shares sum to <see cref="Share"/>. Empty where no one person ever had it.</summary>
    public ImmutableArray<PersonShare> People { get; init; } = [];

    /// <summary>Apportions times to those who held them.</summary>
    /// <param name="times">Each length with its holders, at least one, and whether it lay past the last day.</param>
    internal static ImmutableArray<HolderShare> Of(IEnumerable<HeldTime> times)
    {
        var shares = new SortedDictionary<(HolderKind Kind, string Id), HolderShare>(
            Comparer<(HolderKind Kind, string Id)>.Create(
                (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Id, b.Id)
            )
        );
        foreach (var (time, together, holder) in times.SelectMany(Each))
        {
            var sum = shares.GetValueOrDefault(holder.Key) ?? None(holder.Key);
            shares[holder.Key] = sum.With(time, [.. holder.Distinct()], together);
        }

        return [.. shares.Values.Select(s => s.People.All(p => p.Person is null) ? s with { People = [] } : s)];
    }

    // Each holder of a time with the people who had it there, and how many held it together.
    private static IEnumerable<(HeldTime Time, int Together, IGrouping<(HolderKind Kind, string Id), string?> Holder)> Each(HeldTime time)
    {
        var together = time.Holders.ToLookup(h => (h.Kind, h.Id), h => h.Person);
        return together.Select(holder => (time, together.Count, holder));
    }

    private static HolderShare None((HolderKind Kind, string Id) of) => new(of.Kind, of.Id, Fraction.Zero, Fraction.Zero, Fraction.Zero);

    private HolderShare With(HeldTime time, ImmutableArray<string?> people, int together) =>
        this with
        {
            Held = Held + time.Length,
            Overdue = time.IsOverdue ? Overdue + time.Length : Overdue,
            Share = Share + (time.Length / together),
            People = PersonShare.Add(People, people, time.Length / together),
        };
}

/// <summary>A time with those who held it.</summary>
/// <param name="Length">Its length.</param>
/// <param name="IsOverdue">Whether it lay past the last day.</param>
/// <param name="Holders">Those who held it; at least one.</param>
internal readonly record struct HeldTime(Fraction Length, bool IsOverdue, ImmutableArray<Holder> Holders);
