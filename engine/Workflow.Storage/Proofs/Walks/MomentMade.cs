using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>
/// Whether something was made after all that it holds. No hash covers the moment that an export names; set back, it would
/// make receipts look later than they are.
/// </summary>
/// <param name="made">The moment; null for now.</param>
internal sealed class MomentMade(DateTimeOffset? made)
{
    private bool _isTold;

    /// <summary>Returns what is wrong with something of a moment; null for nothing, and once it was told.</summary>
    internal LedgerFault? Against(DateTimeOffset at, Message where, long number, long? line)
    {
        if (_isTold || made is not { } said || at <= said)
            return null;
        _isTold = true;
        return new LedgerFault(where, number, ChainFindings.Misdated($"{said:O}", $"{at:O}")) { Line = line };
    }
}
