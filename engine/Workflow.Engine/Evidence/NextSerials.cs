using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>What an entry leaves behind in the series it took numbers from.</summary>
public static class NextSerials
{
    /// <summary>
    /// Returns the next serial of each series after an entry. The facts name the first number taken; a document each took one.
    /// A case that is taken over looks at series without taking of them, and says where each goes on.
    /// </summary>
    /// <param name="facts">The facts of the entry.</param>
    /// <param name="events">Its events.</param>
    public static IEnumerable<(string Series, long Next)> After(Facts facts, IReadOnlyList<CaseEvent> events)
    {
        var told = events.OfType<CaseAdopted>().FirstOrDefault()?.Series;
        return facts.Serials.Select(s =>
            (
                s.Key,
                told is not null && told.TryGetValue(s.Key, out var next)
                    ? next
                    : s.Value + Math.Max(1, events.Count(e => e is DocumentIssued d && d.Series == s.Key))
            )
        );
    }
}
