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
    internal LoadedCase Load(string number, WriteSession session) => Found(number, session.Statements, cache.Keep) ?? LoadedCase.None;

    /// <summary>Returns a case as a connection sees it, beside the writer; null when there is none with this number.</summary>
    internal LoadedCase? Look(string number, PreparedStatements reading) => Found(number, reading, cache.Offer);

    /// <summary>Whether a case still stands on disk as it is in memory.</summary>
    internal static bool IsCurrent(LoadedCase loaded, WriteSession session) =>
        Head(loaded.State.Number, session.Statements) == new CaseEnd(loaded.State.Entries, loaded.Hash);

    /// <summary>Returns an entry with the state right after it, as a repeated request is answered.</summary>
    internal static (LedgerEntry Entry, CaseState State) At(string number, long entryNumber, PreparedStatements statements)
    {
        using var rows = statements.Prepared(EntriesOf, 2).Read(number, entryNumber);
        var (last, state) = Folded(rows.Each(StoredEntry.Of));
        return (last ?? throw Unreadable.EntryMissing(number, entryNumber), state);
    }

    private LoadedCase? Found(string number, PreparedStatements statements, Action<LoadedCase> remember)
    {
        if (Head(number, statements) is not { } head)
            return null;
        if (cache.Find(number, head.Entries, head.Hash) is { } kept)
            return kept;
        var state = At(number, head.Entries, statements).State;
        var loaded = LoadedCase.Of(processes.Bound(state.Definition, statements.Connection), state, head.Hash);
        remember(loaded);
        return loaded;
    }

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

    private static CaseEnd? Head(string number, PreparedStatements statements)
    {
        using var rows = statements.Prepared(HeadOf, 1).Read(number);
        return rows.Read() ? CaseEnd.Of(rows) : null;
    }

    /// <summary>The last entry of a case on disk.</summary>
    private sealed record CaseEnd(long Entries, string Hash)
    {
        internal static CaseEnd Of(System.Data.IDataReader row) => new(row.GetInt64(0), row.GetString(1));
    }
}
