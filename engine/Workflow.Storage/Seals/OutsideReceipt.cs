using System.Collections.Immutable;

namespace Workflow.Storage.Seals;

/// <summary>Something that lies outside the database and says which seal there was: a file, a printed head, a checked time-stamp token.</summary>
/// <param name="Source">What and where it is, for messages.</param>
/// <param name="Seal">The seal's number; null where only the hash is known, as in a token.</param>
/// <param name="Hash">The seal's hash.</param>
/// <param name="At">The moment it names; null for none.</param>
public sealed record OutsideReceipt(string Source, long? Seal, string Hash, DateTimeOffset? At)
{
    /// <summary>The heads that the seal covers, where the receipt carries them; otherwise empty.</summary>
    public ImmutableArray<SealLeaf> Leaves { get; init; } = [];
}
