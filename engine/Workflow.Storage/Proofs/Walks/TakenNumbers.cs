using System.Collections.Immutable;
using System.Text.Json;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>Numbers of one series that an entry says it took, or that it passed by.</summary>
/// <param name="Series">The series.</param>
/// <param name="First">The first number.</param>
/// <param name="Count">How many; zero where a case that is taken over says only where the series goes on.</param>
/// <param name="Before">The first number that this system gives: those before it were given elsewhere.</param>
internal sealed record TakenNumbers(string Series, long First, int Count, long Before)
{
    // More than any series ever gives; a number beyond was not given by this program.
    private const long Most = 1L << 53;

    /// <summary>Returns what an entry's stored text says, read without trusting it.</summary>
    /// <param name="serials">The facts that name the first number taken of each series; null where it has none.</param>
    /// <param name="events">Its events.</param>
    internal static ImmutableArray<TakenNumbers> Of(JsonElement? serials, IReadOnlyCollection<JsonElement> events)
    {
        if (serials is not { } facts)
            return [];
        var elsewhere = events.Select(e => EntryMarks.Inner(e, "series")).FirstOrDefault(s => s is not null);
        return
        [
            .. from fact in facts.EnumerateObject()
            let first = EntryMarks.Whole(facts, fact.Name)
            where first is > 0 and < Most
            select Of(fact.Name, first.Value, EntryMarks.Whole(elsewhere, fact.Name), events),
        ];
    }

    // The facts name the first number taken; each paper of the series took one, and a case's own number is no paper.
    private static TakenNumbers Of(string series, long first, long? goesOnFrom, IEnumerable<JsonElement> events) =>
        goesOnFrom is > 0 and < Most and var next
            ? new TakenNumbers(series, next, 0, next)
            : new TakenNumbers(series, first, Math.Max(1, events.Count(e => EntryMarks.Text(e, "series") == series)), 1);
}
