using System.Data;
using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>Messages that should have been sent. Whether their receiver took them to heart no ledger knows.</summary>
internal static class MessageDuties
{
    internal static IEnumerable<LeftUndone> Undone(DbConnection connection, DateTimeOffset last) =>
        Early(connection).Concat(Held(connection, last)).Concat(Unsent(connection));

    private static IEnumerable<LeftUndone> Early(DbConnection connection) =>
        from row in connection.Read($"{Columns} where sent_at < recorded_at {Few}", SendingRow.Of)
        where SealedSince.IsBefore(SqlText.Instant(row.Sent!), SqlText.Instant(row.Recorded))
        select row.Fault(DutyFindings.SentEarly(row.Place, row.Recorded, row.Sent!));

    private static IEnumerable<LeftUndone> Held(DbConnection connection, DateTimeOffset last) =>
        from row in connection.Read(
            $"{Columns} where sent_at is null and next_try > @furthest {Few}",
            SendingRow.Of,
            new { furthest = (last + LeftUndone.LongestPause).Text() }
        )
        select row.Fault(DutyFindings.MessageHeld(row.Place, row.Next!));

    // Later ones were sent, so the relay runs. What its receiver did not take says so itself, and holds back what its case tells after it.
    private static IEnumerable<LeftUndone> Unsent(DbConnection connection)
    {
        if (
            connection.Read("select max(recorded_at) from outbox_rows where sent_at is not null", r => r.TextOrNull(0)).First()
            is not { } sent
        )
            return [];
        var before = new { before = (SqlText.Instant(sent) - LeftUndone.Patience).Text() };
        return connection
            .Read($"{Columns} where {Waits} and not {Failed} and not exists ({FailedBefore}) {Few}", SendingRow.Of, before)
            .Select(row => row.Fault(DutyFindings.Unsent(row.Place, sent)))
            .Concat(connection.Read($"{Columns} where {Waits} and {Failed} {Few}", SendingRow.Of, before).Select(row => row.Told()));
    }

    private const string Columns = "select case_no, entry_no, place, recorded_at, sent_at, next_try, tries from outbox_rows o";

    private const string Waits = "o.sent_at is null and o.recorded_at < @before";

    private const string Failed = "(o.tries > 0 and o.last_error is not null)";

    private const string FailedBefore = """
        select 1 from outbox_rows e
        where e.case_no = o.case_no and e.sent_at is null and e.tries > 0 and e.last_error is not null
            and (e.entry_no, e.place) < (o.entry_no, o.place)
        """;

    private static readonly string Few = $"order by recorded_at limit {LeftUndone.Most}";

    private sealed record SendingRow(string Case, long Entry, long Place, string Recorded, string? Sent, string? Next, long Tries)
    {
        internal static SendingRow Of(IDataReader row) =>
            new(
                row.GetString(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetString(3),
                row.TextOrNull(4),
                row.TextOrNull(5),
                row.GetInt64(6)
            );

        internal LeftUndone Fault(Message finding) => LeftUndone.Fault(Case, Entry, finding);

        internal LeftUndone Told() => LeftUndone.Told(Case, Entry, DutyFindings.MessageFailed(Place, Tries));
    }
}
