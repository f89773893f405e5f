using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>Writes clock rows, inbox rows, messages, pending commands and the other rows that an entry entails.</summary>
internal sealed class RowWriter(WriteSession session)
{
    private const string PutClock = """
        insert into clock_rows (case_no, clock, step, status, fires_at, yellow_from, due_on, due_at,
            provisional, paused, awaits_calendar, calendar)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
        on conflict (case_no, clock) do update set
            step = excluded.step, status = excluded.status, fires_at = excluded.fires_at, yellow_from = excluded.yellow_from,
            due_on = excluded.due_on, due_at = excluded.due_at, provisional = excluded.provisional, paused = excluded.paused,
            awaits_calendar = excluded.awaits_calendar, calendar = excluded.calendar
        """;

    private const string DropClock = "delete from clock_rows where case_no = @p0 and clock = @p1";

    private const string PutInbox = """
        insert into inbox_rows (case_no, step, entitlement, organisation, role, person, claimed_by, opened_on, yellow_from, due_on,
            paused, is_overdue, is_floor, sort_on)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
        on conflict (case_no, step, entitlement, coalesce(person, '')) do update set
            organisation = excluded.organisation, role = excluded.role, claimed_by = excluded.claimed_by,
            opened_on = excluded.opened_on, yellow_from = excluded.yellow_from, due_on = excluded.due_on, paused = excluded.paused,
            is_overdue = excluded.is_overdue, is_floor = excluded.is_floor, sort_on = excluded.sort_on
        """;

    private const string DropInbox = """
        delete from inbox_rows where case_no = @p0 and step = @p1 and entitlement = @p2 and coalesce(person, '') = coalesce(@p3, '')
        """;

    private const string InsertMessage =
        "insert into outbox_rows (case_no, entry_no, place, kind, recorded_at) values (@p0, @p1, @p2, @p3, @p4)";

    private const string InsertPending =
        "insert into pending_rows (case_no, entry_no, place, target, actor, command, next_try) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)";

    internal void Clocks(ImmutableArray<ClockRow> before, ImmutableArray<ClockRow> after)
    {
        foreach (var row in before.Where(b => after.All(a => a.Clock != b.Clock)))
            session.Prepared(DropClock, 2).Run(row.Case, row.Clock);
        foreach (var row in after.Where(a => !before.Contains(a)))
            Put(row);
    }

    internal void Inbox(ImmutableArray<InboxRow> before, ImmutableArray<InboxRow> after)
    {
        foreach (var row in before.Where(b => !after.Any(a => IsSame(a, b))))
            session.Prepared(DropInbox, 4).Run(row.Case, row.Step, row.Entitlement, row.Person);
        foreach (var row in after.Where(a => !before.Contains(a)))
            Put(row);
    }

    internal void Numbers(ImmutableArray<NumberRow> before, ImmutableArray<NumberRow> after)
    {
        foreach (var row in before.Except(after))
            row.Drop(session);
        foreach (var row in after.Except(before))
            row.Put(session);
    }

    // What a row is known by: several people of one party have the same task, each of them their own row.
    private static bool IsSame(InboxRow one, InboxRow other) =>
        one.Step == other.Step && one.Entitlement == other.Entitlement && one.Person == other.Person;

    internal void Messages(NewEntry entry)
    {
        var at = entry.Stamp.RecordedAt;
        foreach (var row in CaseRows.Outbox(entry.After, entry.Events))
            Put(row, at);
        foreach (var row in CaseRows.Pending(entry.After, entry.Events))
            Put(row, at);
        foreach (var row in FileRow.Of(entry.After, entry.Events))
            row.Put(session);
        foreach (var row in AssignmentRow.Of(entry.After, entry.Events))
            row.Put(session);
        foreach (var row in CopyRow.Of(entry.After, entry.Events))
            row.Put(at, session);
        foreach (var row in AdoptionRow.Of(entry.After, entry.Events))
            row.Put(session);
    }

    internal void Put(OutboxRow r, DateTimeOffset at) =>
        session.Prepared(InsertMessage, 5).Run(r.Case, r.Entry, (long)r.Place, r.Kind, at.Text());

    internal void Put(PendingRow r, DateTimeOffset at) =>
        session.Prepared(InsertPending, 7).Run(r.Case, r.Entry, (long)r.Place, r.Target, r.Actor.ToString(), r.Command, at.Text());

    private void Put(ClockRow r) =>
        session
            .Prepared(PutClock, 12)
            .Run(
                r.Case,
                r.Clock,
                r.Step,
                r.Status,
                r.FiresAt.Text(),
                r.YellowFrom.Text(),
                r.DueOn.Text(),
                r.DueAt.Text(),
                Truth(r.Provisional),
                Truth(r.Paused),
                Truth(r.AwaitsCalendar),
                r.Calendar
            );

    private void Put(InboxRow r) =>
        session
            .Prepared(PutInbox, 14)
            .Run(
                r.Case,
                r.Step,
                r.Entitlement,
                r.Organisation,
                r.Role,
                r.Person,
                r.ClaimedBy,
                r.OpenedOn.Text(),
                r.YellowFrom.Text(),
                r.DueOn.Text(),
                Truth(r.Paused),
                Truth(r.Overdue),
                Truth(r.Floor),
                r.DueOn.Text() ?? SqlText.NoDay
            );

    private static object Truth(bool yes) => yes ? Yes : No;

    // Boxed once: each write would otherwise allocate them.
    private static readonly object Yes = 1L;
    private static readonly object No = 0L;
}
