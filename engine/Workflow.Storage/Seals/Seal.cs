namespace Workflow.Storage.Seals;

/// <summary>What a seal says: which tree, over how much, after which seal.</summary>
/// <param name="Number">Its number, from 1 without gaps.</param>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Algorithm">How leaves, tree and seals are hashed.</param>
/// <param name="Cases">How many cases the whole ledger held.</param>
/// <param name="Entries">How many entries it held.</param>
/// <param name="AccessEntries">How many entries the access logs held.</param>
/// <param name="Leaves">How many heads changed since the seal before, and are covered by this one; at least 1.</param>
/// <param name="Root">The root of the tree over them.</param>
/// <param name="Previous">The hash of the seal before; 64 zeros for the first.</param>
public sealed record Seal(
    long Number,
    DateTimeOffset At,
    string Algorithm,
    long Cases,
    long Entries,
    long AccessEntries,
    long Leaves,
    string Root,
    string Previous
);

/// <summary>A seal with its exact stored text.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Lower-case hex of SHA-256 over the text in UTF-8.</param>
/// <param name="Body">The text.</param>
public sealed record StoredSeal(long Number, string Hash, string Body)
{
    /// <summary>Returns what it says.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not a seal.</exception>
    public Seal Read() => SealJson.Read<Seal>(Body);

    /// <summary>Returns what it says; null where the text is not a seal.</summary>
    internal Seal? Readable()
    {
        try
        {
            return Read();
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
