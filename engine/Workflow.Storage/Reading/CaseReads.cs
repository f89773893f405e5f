using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Reading;

/// <summary>Reads cases: as they are, as they were, what happened, and lists of them.</summary>
/// <param name="database">The database.</param>
public sealed class CaseReads(Database database)
{
    /// <summary>Returns a case, or null when there is none with this number.</summary>
    public CaseState? State(string number) => State(number, DateTimeOffset.MaxValue);

    /// <summary>Returns a case as it stood at a recorded moment: the fold of what was recorded by then. Null when nothing was.</summary>
    public CaseState? State(string number, DateTimeOffset recordedBy)
    {
        var state = CaseState.Empty;
        foreach (var kept in Timeline(number).TakeWhile(k => k.Entry.Stamp.RecordedAt <= recordedBy))
            state = CaseFold.Apply(state, kept.Entry.Events, kept.Entry.Stamp.RecordedAt);
        return state.Entries == 0 ? null : state;
    }

    /// <summary>Returns a case's entries in order; empty when there is no such case.</summary>
    public IReadOnlyList<KeptEntry> Timeline(string number)
    {
        using var connection = database.Connect();
        return [.. connection.Read(Entries, StoredEntry.Of, new { number }).Select(r => new KeptEntry(r.Hash, r.Read()))];
    }

    /// <summary>Returns a case's head, or null when there is no such case.</summary>
    public CaseHead? Head(string number)
    {
        using var connection = database.Connect();
        var row = connection.QuerySingleOrDefault<CaseListRow>($"{Columns} where case_no = @number", new { number });
        return row is null ? null : Stored.Read(StoredThing.Head(number), row.Shown);
    }

    /// <summary>Returns the moment at which the ledger's last entry was recorded; null while it is empty.</summary>
    /// <exception cref="UnreadableException">A row holds no moment.</exception>
    public DateTimeOffset? LastRecorded()
    {
        using var connection = database.Connect();
        var last = connection.ExecuteScalar<string?>("select max(last_at) from heads");
        return last is null ? null : Stored.Read(StoredThing.Moment(), () => SqlText.Instant(last));
    }

    /// <summary>Returns a page of cases, those touched last first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">The most cases; at least 1.</param>
    public IReadOnlyList<CaseHead> List(CaseFilter filter, CaseHead? after, int limit)
    {
        using var connection = database.Connect();
        var page = new HeadPage(after is null ? null : (after.LastAt.Text(), after.Case), limit);
        var own = CaseListing.Own<CaseListRow>(filter, page, Columns, connection).Select(r => (Row: r.AtLodging(), IsOwn: true));
        var others = CaseListing.Others<CaseListRow>(filter, page, Columns, connection).Select(r => (Row: r, IsOwn: false));
        return
        [
            .. own.Concat(others)
                .OrderByDescending(r => r.Row.LastAt, StringComparer.Ordinal)
                .ThenByDescending(r => r.Row.CaseNo, StringComparer.Ordinal)
                .Take(limit)
                .Select(r => Stored.Read(StoredThing.Head(r.Row.CaseNo), r.Row.Shown) with { IsOwn = r.IsOwn }),
        ];
    }

    private const string Entries = $"{LedgerScan.Columns} where case_no = @number order by entry_no";

    private const string Columns = """
        select case_no as CaseNo, entry_no as EntryNo, hash as Hash, last_at as LastAt, stage as Stage, process as Process,
            definition as Definition, lodged_on as LodgedOn, result as Result, due_on as DueOn, party as Party
        from heads
        """;

    private sealed record CaseListRow(
        string CaseNo,
        long EntryNo,
        string Hash,
        string LastAt,
        string Stage,
        string Process,
        string Definition,
        string LodgedOn,
        string? Result,
        string? DueOn,
        string? Party
    )
    {
        internal CaseListRow AtLodging() => this with { LastAt = LodgedOn + CaseListing.FirstInstant };

        internal CaseHead Shown() =>
            new(
                CaseNo,
                EntryNo,
                Hash,
                SqlText.Instant(LastAt),
                Enum.Parse<CaseStage>(Stage),
                Process,
                Definition,
                SqlText.Day(LodgedOn),
                Result,
                SqlText.MaybeDay(DueOn),
                Party
            );
    }
}

/// <summary>An entry with its hash.</summary>
/// <param name="Hash">The hash over its stored text.</param>
/// <param name="Entry">The entry.</param>
public sealed record KeptEntry(string Hash, LedgerEntry Entry);

/// <summary>Which cases to list; null means any.</summary>
/// <param name="Process">The process.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Party">The name of its first party.</param>
/// <param name="Viewers">Only those that are for one of them.</param>
public sealed record CaseFilter(
    string? Process = null,
    CaseStage? Stage = null,
    string? Party = null,
    IReadOnlyList<Recipient>? Viewers = null
)
{
    /// <summary>Beside the viewers, those who see cases of some processes alone.</summary>
    public IReadOnlyList<ViewerPart> Parts { get; init; } = [];

    /// <summary>As which party the reader is named: such cases are listed whatever <see cref="Viewers"/> says, at the day of their lodging. Null where nobody reads as a party.</summary>
    public Recipient? Own { get; init; }
}

/// <summary>Viewers as far as some processes go.</summary>
/// <param name="Viewers">The viewers; empty for none.</param>
/// <param name="Processes">The processes, by id; at least one.</param>
public sealed record ViewerPart(IReadOnlyList<Recipient> Viewers, IReadOnlyList<string> Processes);

/// <summary>A line of the list of cases.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Hash">The hash of the last one.</param>
/// <param name="LastAt">The recorded moment of the last one.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Process">Its process.</param>
/// <param name="Definition">The digest of its definition.</param>
/// <param name="LodgedOn">The effective day of its lodging.</param>
/// <param name="Result">Its result; null before it is concluded.</param>
/// <param name="DueOn">The nearest last day of its open clocks; null when none is open.</param>
/// <param name="Party">The name of its first party; null without one.</param>
public sealed record CaseHead(
    string Case,
    long Entries,
    string Hash,
    DateTimeOffset LastAt,
    CaseStage Stage,
    string Process,
    string Definition,
    DateOnly LodgedOn,
    string? Result,
    DateOnly? DueOn,
    string? Party
)
{
    /// <summary>Whether it is one in which the reader is a party. <see cref="LastAt"/> is then the day of its lodging, from its first instant in UTC.</summary>
    public bool IsOwn { get; init; }
}
