using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Content;

/// <summary>Something that should have been done by itself and was not.</summary>
/// <param name="Finding">What, and where.</param>
/// <param name="IsTold">Whether people are told of it already, by an alert or by what the row itself says of its failures: then it is for them to see to, and nothing is hidden.</param>
internal sealed record LeftUndone(LedgerFault Finding, bool IsTold = false)
{
    /// <summary>How many of a kind are named; after so many nobody reads on.</summary>
    internal const int Most = 100;

    /// <summary>A host that stood still overnight catches up as soon as it runs.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromDays(1);

    /// <summary>Longer than any pause before what failed is tried again.</summary>
    internal static TimeSpan LongestPause { get; } = TimeSpan.FromDays(3);

    internal static LeftUndone Fault(string number, long entry, Message finding) =>
        new(new LedgerFault(LedgerPlaces.Case(number), entry, finding));

    internal static LeftUndone Told(string number, long entry, Message finding) =>
        new(new LedgerFault(LedgerPlaces.Case(number), entry, finding), IsTold: true);
}
