using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Entries;

namespace Workflow.Storage.Ledger;

/// <summary>One entry with its stored text and the hash over it.</summary>
internal sealed record ComposedEntry(NewEntry Entry, string Body, string Hash);

/// <summary>Entries of one case as they will stand on disk, with the case before and after them. Made from memory alone, on any thread.</summary>
internal sealed record Composition(LoadedCase Before, ImmutableArray<ComposedEntry> Entries, LoadedCase After)
{
    /// <summary>How the head will stand.</summary>
    internal HeadRow Head { get; } = HeadRow.Of(After.State, After.Hash);

    /// <summary>The recorded moment of the last entry.</summary>
    internal DateTimeOffset RecordedAt => Entries[^1].Entry.Stamp.RecordedAt;

    /// <summary>Composes entries in their order; at least one.</summary>
    internal static Composition Of(LoadedCase before, IReadOnlyList<NewEntry> entries)
    {
        var composed = ImmutableArray.CreateBuilder<ComposedEntry>(entries.Count);
        var hash = before.Hash;
        foreach (var entry in entries)
        {
            var body = Body(entry, hash);
            hash = LedgerJson.Hash(body);
            composed.Add(new ComposedEntry(entry, body, hash));
        }

        return new Composition(before, composed.MoveToImmutable(), LoadedCase.Of(entries[^1].Process, entries[^1].After, hash));
    }

    private static string Body(NewEntry entry, string previous) =>
        LedgerJson.Write(
            new LedgerEntry
            {
                Case = entry.After.Number,
                Number = entry.After.Entries,
                Command = entry.Command,
                Stamp = EntryStamp.Of(entry.Stamp),
                Definition = entry.Process.Digest,
                Rules = entry.Stamp.Rules,
                Events = entry.Events,
                Previous = previous,
            }
        );
}
