using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Evidence;

/// <summary>What held a clock.</summary>
public enum HolderKind
{
    /// <summary>An office whose post had to act.</summary>
    Office,

    /// <summary>A party that had to act.</summary>
    Party,

    /// <summary>A procedure that the limit does not count.</summary>
    Procedure,

    /// <summary>A step that waits for another case, an outside system or a day.</summary>
    Waiting,

    /// <summary>Nobody: no task was open, as between the effective day of an act and the day it was recorded.</summary>
    Nobody,
}

/// <summary>Who held a clock at a time.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The organisation, the party's role, the ground, or the waiting step; empty for nobody.</param>
/// <param name="Step">The step at which it had to act; null for a procedure and for nobody.</param>
/// <param name="Post">The post as the definition writes it, such as <c>aic.officer</c>; null where none is.</param>
/// <param name="Person">The person: the party, or the officer who had taken the task; null where nobody had.</param>
public sealed record Holder(HolderKind Kind, string Id, string? Step = null, string? Post = null, string? Person = null)
{
    /// <summary>Nobody.</summary>
    public static Holder Nobody { get; } = new(HolderKind.Nobody, "");

    /// <summary>Returns those whose turn it is at an open step.</summary>
    internal static IEnumerable<Holder> Of(PublishedProcess process, StepState step) =>
        Turns.Waiting(process, step).Select(e => Of(step, e)).DefaultIfEmpty(new Holder(HolderKind.Waiting, step.Key, step.Key));

    /// <summary>Returns those whose turn it is in a case; nobody where no task is open.</summary>
    internal static ImmutableArray<Holder> Of(PublishedProcess process, CaseState state) =>
        Ordered(state.Steps.Values.Where(s => s.Status == StepStatus.Open && process.IsTask(s.Key)).SelectMany(s => Of(process, s)));

    /// <summary>Each once, in a fixed order; nobody where there is none.</summary>
    internal static ImmutableArray<Holder> Ordered(IEnumerable<Holder> holders) =>
        [.. holders.Distinct().DefaultIfEmpty(Nobody).OrderBy(h => h.Kind).ThenBy(h => h.Id, StringComparer.Ordinal).ThenBy(h => h.Step, StringComparer.Ordinal).ThenBy(h => h.Post, StringComparer.Ordinal)];

    private static Holder Of(StepState step, Entitlement who) => who switch
    {
        { Person: { } person, Organisation: { } organisation } => new Holder(HolderKind.Office, organisation, step.Key, who.Key, person),
        { Person: { } person } => new Holder(HolderKind.Party, who.Key, step.Key, null, person),
        { Organisation: { } organisation } => new Holder(HolderKind.Office, organisation, step.Key, who.Key, step.ClaimedBy),
        _ => new Holder(HolderKind.Waiting, step.Key, step.Key, who.Key),
    };
}

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
    internal static ImmutableArray<HolderShare> Of(IEnumerable<(Fraction Length, bool IsOverdue, ImmutableArray<Holder> Holders)> times)
    {
        var shares = new SortedDictionary<(HolderKind Kind, string Id), HolderShare>(Comparer<(HolderKind Kind, string Id)>.Create(
            (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Id, b.Id)));
        foreach (var (length, isOverdue, holders) in times)
        {
            var all = holders.Select(h => (h.Kind, h.Id)).Distinct().ToList();
            foreach (var key in all)
            {
                var sum = shares.GetValueOrDefault(key) ?? new HolderShare(key.Kind, key.Id, Fraction.Zero, Fraction.Zero, Fraction.Zero);
                shares[key] = sum with
                {
                    Held = sum.Held + length,
                    Overdue = isOverdue ? sum.Overdue + length : sum.Overdue,
                    Share = sum.Share + (length / all.Count),
                    People = PersonShare.Add(sum.People, [.. holders.Where(h => (h.Kind, h.Id) == key).Select(h => h.Person).Distinct()], length / all.Count),
                };
            }
        }

        return [.. shares.Values.Select(s => s.People.All(p => p.Person is null) ? s with { People = [] } : s)];
    }
}
