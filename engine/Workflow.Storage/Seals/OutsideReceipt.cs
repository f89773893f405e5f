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

    /// <summary>Says what is wrong with a ledger that the receipt is held against; null when nothing is.</summary>
    /// <param name="found">The hash of the seal that it names, or where it names none, of the seal with its hash; null when there is no such seal.</param>
    public string? Against(string? found) => found == Hash
        ? null
        : $"Expected {(Seal is { } known ? $"seal {known} to have the hash {Hash}" : $"a seal with the hash {Hash}")}, as {Source} has it, but {(found is null ? "there is no such seal" : $"it has {found}")}.";
}
