using System.Data.Common;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Content;

/// <summary>
/// What a ledger that is worked with does by itself and did not do: clocks that should have run out, commands that one case causes in
/// another, and messages that should have been sent. It is measured by the last moment that the ledger itself knows, since a copy on a
/// shelf does nothing any more.
/// </summary>
internal static class DutyCheck
{
    /// <summary>Returns what was left undone.</summary>
    internal static IEnumerable<LeftUndone> All(DbConnection connection) =>
        Last(connection) is { } last
            ?
            [
                .. Clocks(connection, last),
                .. Held(connection, last),
                .. CommandDuties.Undone(connection, last),
                .. MessageDuties.Undone(connection, last),
            ]
            : [];

    private static DateTimeOffset? Last(DbConnection connection) =>
        connection.Read("select max(last_at) from heads", r => r.TextOrNull(0)).FirstOrDefault() is { } last ? SqlText.Instant(last) : null;

    private static IEnumerable<LeftUndone> Clocks(DbConnection connection, DateTimeOffset last) =>
        from row in connection.Read(
            $"""
            select case_no, clock, fires_at from clock_rows where fires_at <= @before and {HasBegun}
            order by fires_at limit {LeftUndone.Most}
            """,
            r => (Case: r.GetString(0), Clock: r.GetString(1), At: r.GetString(2)),
            new { before = (last - LeftUndone.Patience).Text() }
        )
        select LeftUndone.Fault(row.Case, 0, DutyFindings.NotFired(row.Clock, row.At, last));

    // What was due when a case was taken over runs out as soon as a host looks at it. What was given up with an alert is told as that.
    private static readonly string HasBegun = $"""
        case_no not in (select a.case_no from adoption_rows a join heads h on h.case_no = a.case_no where h.entry_no = 1)
        and case_no not in (select f.case_no from sweep_faults f where f.dead <> 0 and {Alerted})
        """;

    private const string Alerted = "exists (select 1 from alerts a where a.id = 'sweep.dead ' || f.case_no and a.done_at is null)";

    // A case that failed is tried again within a pause that has a bound, or given up with an alert.
    private static IEnumerable<LeftUndone> Held(DbConnection connection, DateTimeOffset last) =>
        from row in connection.Read(
            $"""
            select case_no, tries, next_try, dead, {Alerted} from sweep_faults f where dead <> 0 or next_try > @furthest
            order by case_no limit {LeftUndone.Most}
            """,
            r => (Case: r.GetString(0), Tries: r.GetInt64(1), Next: r.GetString(2), IsDead: r.GetInt64(3) != 0, IsTold: r.GetInt64(4) != 0),
            new { furthest = (last + LeftUndone.LongestPause).Text() }
        )
        select (row.IsDead, row.IsTold) switch
        {
            (true, true) => LeftUndone.Told(row.Case, 0, DutyFindings.CaseFailed(row.Tries)),
            (true, false) => LeftUndone.Fault(row.Case, 0, DutyFindings.GivenUp(row.Tries)),
            (false, _) => LeftUndone.Fault(row.Case, 0, DutyFindings.Held(row.Tries, row.Next)),
        };
}
