using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>
/// What a ledger that is worked with does by itself and did not do: clocks that should have run out, and messages that should have been
/// sent. It is measured by the last moment that the ledger itself knows, since a copy on a shelf does nothing any more.
/// </summary>
internal static class DutyCheck
{
    // A host that stood still overnight catches up as soon as it runs.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    // Longer than any pause before a case that failed is tried again.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(3);

    private const int Most = 100;

    /// <summary>Returns what was left undone, case by case.</summary>
    internal static IEnumerable<LedgerFault> Wrong(DbConnection connection) =>
        Last(connection) is { } last ? [.. Clocks(connection, last), .. Held(connection, last), .. Messages(connection)] : [];

    private static DateTimeOffset? Last(DbConnection connection) =>
        connection.Read("select max(last_at) from heads", r => r.TextOrNull(0)).FirstOrDefault() is { } last ? SqlText.Instant(last) : null;

    private static IEnumerable<LedgerFault> Clocks(DbConnection connection, DateTimeOffset last) =>
        from row in connection.Read(
            $"select case_no, clock, fires_at from clock_rows where fires_at <= @before and {HasBegun} order by fires_at limit {Most}",
            r => (Case: r.GetString(0), Clock: r.GetString(1), At: r.GetString(2)),
            new { before = (last - Patience).Text() }
        )
        select new LedgerFault(LedgerPlaces.Case(row.Case), 0, DutyFindings.NotFired(row.Clock, row.At, last));

    // What was due when a case was taken over runs out as soon as a host looks at it.
    private const string HasBegun = """
        case_no not in (select a.case_no from adoption_rows a join heads h on h.case_no = a.case_no where h.entry_no = 1)
        """;

    // A case that failed is tried again within a pause that has a bound, or given up with an alert: both are for people to see to.
    private static IEnumerable<LedgerFault> Held(DbConnection connection, DateTimeOffset last) =>
        from row in connection.Read(
            $"select case_no, tries, next_try, dead from sweep_faults where dead <> 0 or next_try > @furthest order by case_no limit {Most}",
            r => (Case: r.GetString(0), Tries: r.GetInt64(1), Next: r.GetString(2), IsDead: r.GetInt64(3) != 0),
            new { furthest = (last + LongestPause).Text() }
        )
        select new LedgerFault(
            LedgerPlaces.Case(row.Case),
            0,
            row.IsDead ? DutyFindings.GivenUp(row.Tries) : DutyFindings.Held(row.Tries, row.Next)
        );

    private static IEnumerable<LedgerFault> Messages(DbConnection connection)
    {
        foreach (var row in connection.Read(Early, Row).Where(IsEarly))
            yield return Fault(row, DutyFindings.SentEarly(row.Place, row.Recorded, row.Sent!));
        if (
            connection.Read("select max(recorded_at) from outbox_rows where sent_at is not null", r => r.TextOrNull(0)).First()
            is not { } sent
        )
            yield break;
        foreach (var row in connection.Read(Unsent, Row, new { before = (SqlText.Instant(sent) - Patience).Text() }))
            yield return Fault(row, DutyFindings.Unsent(row.Place, sent));
    }

    private static (string Case, long Entry, long Place, string Recorded, string? Sent) Row(System.Data.IDataReader row) =>
        (row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.TextOrNull(4));

    private static bool IsEarly((string Case, long Entry, long Place, string Recorded, string? Sent) row) =>
        SealedSince.IsBefore(SqlText.Instant(row.Sent!), SqlText.Instant(row.Recorded));

    private static LedgerFault Fault((string Case, long Entry, long Place, string Recorded, string? Sent) row, Message finding) =>
        new(LedgerPlaces.Case(row.Case), row.Entry, finding);

    private const string Columns = "select case_no, entry_no, place, recorded_at, sent_at from outbox_rows";

    private static readonly string Early = $"{Columns} where sent_at < recorded_at order by recorded_at limit {Most}";

    private static readonly string Unsent = $"{Columns} where sent_at is null and recorded_at < @before order by recorded_at limit {Most}";
}
