using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>Writes entries and, with them, every row that is a function of them. Of clock and inbox rows only those that changed.</summary>
internal sealed class EntryWriter(WriteSession session)
{
    private const string InsertEntry = "insert into entries (case_no, entry_no, hash, body) values (@p0, @p1, @p2, @p3)";

    private const string InsertHead = """
        insert into heads (case_no, entry_no, hash, last_at, stage, process, definition, lodged_on, result, due_on, party, viewers)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
        """;

    private const string InsertViewer = "insert into viewer_rows (viewer, case_no) values (@p0, @p1)";

    private const string UpdateHead = """
        update heads set entry_no = @p1, hash = @p2, last_at = @p3, definition = @p4, result = @p5, due_on = @p6
        where case_no = @p0
        """;

    private const string UpdateStage = "update heads set stage = @p1 where case_no = @p0";

    private const string UpdateViewers = "update heads set viewers = @p1 where case_no = @p0";

    private const string InsertCalendar = "insert into calendars (digest, canonical) values (@p0, @p1) on conflict (digest) do nothing";

    private const string RaiseSerial = """
        insert into serials (series, next) values (@p0, @p1) on conflict (series) do update set next = excluded.next
        where excluded.next > serials.next
        """;

    private readonly RowWriter _rows = new(session);

    /// <summary>Writes entries of one case, in order, and the rows that they change.</summary>
    internal void Write(Composition composed)
    {
        foreach (var entry in composed.Entries)
            Write(entry);
        Write(composed.Before.State, composed.After.State, composed.Head);
        _rows.Clocks(composed.Before.Clocks, composed.After.Clocks);
        _rows.Inbox(composed.Before.Inbox, composed.After.Inbox);
        _rows.Numbers(composed.Before.Numbers, composed.After.Numbers);
    }

    private void Write(CaseState before, CaseState after, HeadRow head)
    {
        if (before.Entries == 0)
        {
            Insert(head, ViewerRow.Of(after));
            return;
        }

        Update(head);
        if (before.Stage != after.Stage)
            session.Prepared(UpdateStage, 2).Run(head.Case, head.Stage);
        if (HasOthers(before, after))
            Admit(before, after, head);
    }

    private void Write(ComposedEntry composed)
    {
        var entry = composed.Entry;
        session.Prepared(InsertEntry, 4).Run(entry.After.Number, entry.After.Entries, composed.Hash, composed.Body);
        Keep(entry.Stamp.Calendar);
        foreach (var (series, next) in NextSerials.After(entry.Stamp.Facts, entry.Events))
            Raise(series, next);
        _rows.Messages(entry);
    }

    /// <summary>Raises the next serial of a series, and never lowers it.</summary>
    internal void Raise(string series, long next) => session.Prepared(RaiseSerial, 2).Run(series, next);

    internal void Insert(HeadRow h, IEnumerable<ViewerRow> viewers)
    {
        session
            .Prepared(InsertHead, 12)
            .Run(h.Case, h.Entries, h.Hash, h.LastAt, h.Stage, h.Process, h.Definition, h.LodgedOn, h.Result, h.DueOn, h.Party, h.Viewers);
        Insert(viewers);
    }

    private void Insert(IEnumerable<ViewerRow> viewers)
    {
        foreach (var viewer in viewers)
            session.Prepared(InsertViewer, 2).Run(viewer.Viewer, viewer.Case);
    }

    private static bool HasOthers(CaseState before, CaseState after) =>
        before.Offices != after.Offices || before.Informed != after.Informed || before.Parties != after.Parties;

    // A move to another definition may bring in offices that had no part in the case, a copy somebody who had none, and a party may
    // join; nothing takes any away.
    private void Admit(CaseState before, CaseState after, HeadRow h)
    {
        session.Prepared(UpdateViewers, 2).Run(h.Case, h.Viewers);
        Insert(ViewerRow.Of(after).Except(ViewerRow.Of(before)));
    }

    // The stage is in an index, which an update writes anew whether or not the value changed.
    private void Update(HeadRow h) =>
        session.Prepared(UpdateHead, 7).Run(h.Case, h.Entries, h.Hash, h.LastAt, h.Definition, h.Result, h.DueOn);

    // Remembered per session after its transaction: asking the database for each entry would cost more than the entry.
    private void Keep(WorkCalendar calendar)
    {
        if (session.StoredCalendars.Contains(calendar.Digest))
            return;
        session.Prepared(InsertCalendar, 2).Run(calendar.Digest, calendar.Canonical);
        session.NewCalendars.Add(calendar.Digest);
    }
}
