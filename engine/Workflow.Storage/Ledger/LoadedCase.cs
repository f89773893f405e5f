using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Ledger;

/// <summary>A case in memory with the hash of its last entry and the rows it has on disk.</summary>
internal sealed record LoadedCase(
    CaseState State,
    string Hash,
    ImmutableArray<ClockRow> Clocks,
    ImmutableArray<InboxRow> Inbox,
    ImmutableArray<NumberRow> Numbers
)
{
    internal static LoadedCase Of(PublishedProcess process, CaseState state, string hash) =>
        new(state, hash, CaseRows.Clocks(state), CaseRows.Inbox(process, state), NumberRow.Of(process, state));

    internal static LoadedCase None { get; } = new(CaseState.Empty, LedgerJson.Genesis, [], [], []);
}
