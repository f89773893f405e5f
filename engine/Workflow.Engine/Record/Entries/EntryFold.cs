using Workflow.Engine.Record.State;

namespace Workflow.Engine.Record.Entries;

/// <summary>What the entries of a case come to.</summary>
public static class EntryFold
{
    /// <summary>Returns the state after entries of one case, from its first on.</summary>
    public static CaseState Of(IEnumerable<LedgerEntry> entries) =>
        entries.Aggregate(CaseState.Empty, (state, e) => CaseFold.Apply(state, e.Events, e.Stamp.RecordedAt));
}
