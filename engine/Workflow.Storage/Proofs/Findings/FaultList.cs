using System.Collections.Immutable;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>The faults found so far.</summary>
internal sealed class FaultList
{
    // More than a person reads; a file made to have millions of faults must not fill the memory.
    internal const int Most = 1_000;

    private readonly ImmutableArray<LedgerFault>.Builder _faults = ImmutableArray.CreateBuilder<LedgerFault>();

    internal ImmutableArray<LedgerFault> All => _faults.ToImmutable();

    /// <summary>Adds a fault; null adds nothing.</summary>
    internal void Add(LedgerFault? fault)
    {
        if (fault is not null && _faults.Count < Most)
            _faults.Add(fault);
    }

    internal void Add(IEnumerable<LedgerFault> faults)
    {
        foreach (var fault in faults)
            Add(fault);
    }
}
