using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Stories;

/// <summary>A case of a simulation: its state, and its entries with the exact texts that the chain is hashed over.</summary>
internal sealed class SimulatedLedger
{
    private readonly List<string> _stored = [];

    internal CaseState State { get; private set; } = CaseState.Empty;

    /// <summary>The stored text of each entry, in order.</summary>
    internal ImmutableArray<string> Stored => [.. _stored];

    internal ImmutableArray<LedgerEntry> Entries => [.. _stored.Select(LedgerJson.ReadEntry)];

    internal void Append(NewEntry entry)
    {
        _stored.Add(
            LedgerJson.Write(
                new LedgerEntry
                {
                    Case = entry.After.Number,
                    Number = entry.After.Entries,
                    Command = entry.Command,
                    Stamp = EntryStamp.Of(entry.Stamp),
                    Definition = entry.Process.Digest,
                    Rules = entry.Stamp.Rules,
                    Events = entry.Events,
                    Previous = _stored.Count == 0 ? LedgerJson.Genesis : LedgerJson.Hash(_stored[^1]),
                }
            )
        );
        State = entry.After;
    }
}
