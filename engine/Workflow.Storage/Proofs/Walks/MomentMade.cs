using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>
/// Whether something was made after all that it holds. No hash covers the moment that an export names; set back, it would
/// make receipts look later than they are.
/// </summary>
/// <param name="extent">What is at hand.</param>
internal sealed class MomentMade(Extent extent)
{
    private bool _isTold;

    /// <summary>Returns what is wrong with something of a moment; null for nothing, and once it was told.</summary>
    internal LedgerFault? Against(DateTimeOffset at, Message where, long number, long? line)
    {
        if (_isTold || Finding(at) is not { } finding)
            return null;
        _isTold = true;
        return new LedgerFault(where, number, finding) { Line = line };
    }

    private Message? Finding(DateTimeOffset at) =>
        extent.Made is { } said && at > said ? ChainFindings.Misdated($"{said:O}", $"{at:O}")
        : extent.Now is { } now && SealedSince.IsBefore(now, at) ? ChainFindings.Ahead(now, at)
        : null;
}
