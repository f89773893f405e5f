using System.Data.Common;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Ledger;

/// <summary>Loads cases: from memory while the head on disk is the one remembered, otherwise by folding.</summary>
internal sealed class CaseLoader(CaseCache cache, PublishedProcesses processes)
{
    private const string HeadOf = "select entry_no, hash from heads where case_no = @p0";
    private const string EntriesOf = $"{LedgerScan.Columns} where case_no = @p0 and entry_no <= @p1 order by entry_no";

    /// <summary>Returns a case within the writer's transaction; <see cref="LoadedCase.None"/> when there is none with this number.</summary>
    internal LoadedCase Load(string number, WriteSession session)
    {
        if (Head(number, session) is not { } head)
            return LoadedCase.None;
        if (cache.Find(number, head.Entries, head.Hash) is { } kept)
            return kept;
        var loaded = Loaded(At(number, head.Entries, session).State, head.Hash, session.Connection);
        cache.Keep(loaded);
        return loaded;
    }

    /// <summary>Returns a case as a connection sees it, beside the writer; null when there is none with this number.</summary>
    internal LoadedCase? Look(string number, DbConnection connection)
    {
        if (Head(number, connection) is not { } head)
            return null;
        if (cache.Find(number, head.Entries, head.Hash) is { } kept)
            return kept;
        var entries = connection.Read(EntriesOf, StoredEntry.Of, new { p0 = number, p1 = head.Entries });
        var loaded = Loaded(Folded(entries).State, head.Hash, connection);
        cache.Offer(loaded);
        return loaded;
    }

    /// <summary>Whether a case still stands on disk as it is in memory.</summary>
    internal static bool IsCurrent(LoadedCase loaded, WriteSession session) =>
        Head(loaded.State.Number, session) == new CaseEnd(loaded.State.Entries, loaded.Hash);

    /// <summary>Returns an entry with the state right after it, as a repeated request is answered.</summary>
    internal static (LedgerEntry Entry, CaseState State) At(string number, long entryNumber, WriteSession session)
    {
        using var rows = session.Prepared(EntriesOf, 2).Read(number, entryNumber);
        var (last, state) = Folded(rows.Each(StoredEntry.Of));
        return (last ?? throw Unreadable.EntryMissing(number, entryNumber), state);
    }

    private LoadedCase Loaded(CaseState state, string hash, DbConnection connection) =>
        LoadedCase.Of(processes.Bound(state.Definition, connection), state, hash);

    private static (LedgerEntry? Last, CaseState State) Folded(IEnumerable<StoredEntry> entries)
    {
        var (last, state) = (default(LedgerEntry), CaseState.Empty);
        foreach (var stored in entries)
        {
            last = stored.Read();
            state = CaseFold.Apply(state, last.Events, last.Stamp.RecordedAt);
        }

        return (last, state);
    }

    private static CaseEnd? Head(string number, WriteSession session)
    {
        using var rows = session.Prepared(HeadOf, 1).Read(number);
        return rows.Read() ? CaseEnd.Of(rows) : null;
    }

    private static CaseEnd? Head(string number, DbConnection connection) =>
        connection.Read(HeadOf, CaseEnd.Of, new { p0 = number }).FirstOrDefault();

    /// <summary>The last entry of a case on disk.</summary>
    private sealed record CaseEnd(long Entries, string Hash)
    {
        internal static CaseEnd Of(System.Data.IDataReader row) => new(row.GetInt64(0), row.GetString(1));
    }
}
