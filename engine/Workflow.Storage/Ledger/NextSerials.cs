using Workflow.Engine.Cases;

namespace Workflow.Storage.Ledger;

/// <summary>What an entry leaves behind in the series it took numbers from.</summary>
internal static class NextSerials
{
    /// <summary>Returns the next serial of each series after an entry. The facts name the first number taken; a document each took one.</summary>
    internal static IEnumerable<(string Series, long Next)> After(Facts facts, IReadOnlyList<CaseEvent> events) =>
        facts.Serials.Select(s => (s.Key, s.Value + Math.Max(1, events.Count(e => e is DocumentIssued d && d.Series == s.Key))));
}
