using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Storage.Seals;

/// <summary>Something that lies outside the database and says which seal there was: a file, a printed head, a checked time-stamp token.</summary>
/// <param name="Source">What and where it is, one of <see cref="ReceiptMessages"/>.</param>
/// <param name="Seal">The seal's number; null where only the hash is known, as in a token.</param>
/// <param name="Hash">The seal's hash.</param>
/// <param name="At">The moment it names; null for none.</param>
public sealed record OutsideReceipt(Message Source, long? Seal, string Hash, DateTimeOffset? At)
{
    /// <summary>The heads that the seal covers, where the receipt carries them; otherwise empty.</summary>
    public ImmutableArray<SealLeaf> Leaves { get; init; } = [];

    /// <summary>Whether it is a time-stamp token: its moment is that of an authority, who saw the seal then.</summary>
    public bool IsToken { get; init; }

    /// <summary>Says what is wrong with a ledger that the receipt is held against; null when nothing is.</summary>
    /// <param name="found">The hash of the seal that it names, or where it names none, of the seal with its hash; null when there is no such seal.</param>
    public Message? Against(string? found) =>
        (Seal, found) switch
        {
            _ when found == Hash => null,
            ({ } seal, { } other) => ReceiptMessages.OtherSeal(seal, Hash, Source, other),
            ({ } seal, null) => ReceiptMessages.NoSuchSeal(seal, Hash, Source),
            (null, _) => ReceiptMessages.NoSuchHash(Hash, Source),
        };
}
