using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>Which chain: that of a case, or of an access log.</summary>
/// <param name="Kind"><see cref="SealLeaf.Case"/> or <see cref="SealLeaf.Access"/>.</param>
/// <param name="Name">The case's number, or the log's name.</param>
internal sealed record ChainName(string Kind, string Name)
{
    internal static ChainName Of(SealLeaf leaf) => new(leaf.Kind, leaf.Name);

    internal bool IsCase => Kind == SealLeaf.Case;

    /// <summary>The chain, as a place where something is found.</summary>
    internal Message Where => IsCase ? LedgerPlaces.Case(Name) : LedgerPlaces.AccessLog(Name);
}
