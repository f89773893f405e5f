using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;

namespace Workflow.Storage.Ledger;

/// <summary>Loads cases inside the writer's transaction: from memory while the head on disk is the one remembered, otherwise by folding.</summary>
internal sealed class CaseLoader(CaseCache cache, PublishedProcesses processes)
{
    private const string Head = "select entry_no, hash from heads where case_no = @p0";
    private const string Bodies = "select body from entries where case_no = @p0 and entry_no <= @p1 order by entry_no";

    /// <summary>Returns a case; <see cref="LoadedCase.None"/> when there is none with this number.</summary>
    internal LoadedCase Load(string number, WriteSession session)
    {
        if (FindHead(number, session) is not var (entries, hash)) return LoadedCase.None;
        if (cache.Find(number, entries, hash) is { } kept) return kept;
        var state = Fold(number, entries, session);
        var process = processes.Find(state.Definition, session.Connection)
            ?? throw new InvalidOperationException($"Expected the definition {state.Definition} of case {number}, but it is not in the database.");
        var loaded = new LoadedCase(state, hash, CaseRows.Clocks(state), CaseRows.Inbox(process, state));
        cache.Keep(loaded);
        return loaded;
    }

    /// <summary>Whether a case still stands on disk as it is in memory.</summary>
    internal static bool IsCurrent(LoadedCase loaded, WriteSession session) =>
        FindHead(loaded.State.Number, session) is var (entries, hash) && entries == loaded.State.Entries && hash == loaded.Hash;

    /// <summary>Returns an entry with the state right after it, as a repeated request is answered.</summary>
    internal static (LedgerEntry Entry, CaseState State) At(string number, long entryNumber, WriteSession session)
    {
        var (state, last) = (CaseState.Empty, default(LedgerEntry));
        using var rows = session.Prepared(Bodies, 2).Read(number, entryNumber);
        while (rows.Read())
        {
            last = LedgerJson.ReadEntry(rows.GetString(0));
            state = CaseFold.Apply(state, last.Events, last.Stamp.RecordedAt);
        }

        return (last ?? throw new InvalidOperationException($"Expected entry {entryNumber} of case {number}, but there is none."), state);
    }

    private static (long Entries, string Hash)? FindHead(string number, WriteSession session)
    {
        using var rows = session.Prepared(Head, 1).Read(number);
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : null;
    }

    private static CaseState Fold(string number, long entries, WriteSession session) => At(number, entries, session).State;
}
