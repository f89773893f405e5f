using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;

namespace Workflow.Storage.Ledger;

/// <summary>A case in memory with the hash of its last entry and the rows it has on disk.</summary>
internal sealed record LoadedCase(CaseState State, string Hash, ImmutableArray<ClockRow> Clocks, ImmutableArray<InboxRow> Inbox)
{
    internal static LoadedCase None { get; } = new(CaseState.Empty, LedgerJson.Genesis, [], []);
}
