using Workflow.Engine.Messages;
using Workflow.Storage.Access;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Host.Opening;

/// <summary>What is wrong with the mark of simulated days.</summary>
internal static class MarkFindings
{
    private static Message Where => new("verify.at_database");

    /// <summary>The ledger is marked as one of simulated days, but no access log records that it was begun so.</summary>
    internal static LedgerFault Unrecorded() => new(Where, 0, new Message("verify.mark_unrecorded"));

    /// <summary>An access log records that the ledger was begun for simulated days, but its mark is gone.</summary>
    internal static LedgerFault Gone(AccessEntry record) =>
        new(Where, 0, new Message("verify.mark_gone", ("log", record.Log), ("entry", record.Number)));
}
