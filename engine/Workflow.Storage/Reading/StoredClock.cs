using System.Data.Common;
using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>A row of clock_rows, as it is stored.</summary>
internal sealed record StoredClock(
    string CaseNo,
    string Clock,
    string? Step,
    string Status,
    string? FiresAt,
    string YellowFrom,
    string DueOn,
    string DueAt,
    long Provisional,
    long Paused,
    long AwaitsCalendar,
    string Calendar
)
{
    internal const string Columns = """
        select case_no as CaseNo, clock as Clock, step as Step, status as Status, fires_at as FiresAt, yellow_from as YellowFrom,
            due_on as DueOn, due_at as DueAt, provisional as Provisional, paused as Paused, awaits_calendar as AwaitsCalendar,
            calendar as Calendar
        from clock_rows
        """;

    /// <summary>Returns the clock rows of a case, in the order of their clocks.</summary>
    internal static IEnumerable<ClockRow> Of(string number, DbConnection connection) =>
        connection.Query<StoredClock>($"{Columns} where case_no = @number order by clock", new { number }).Select(r => r.Shown());

    internal ClockRow Shown() =>
        new(
            CaseNo,
            Clock,
            Step,
            Status,
            SqlText.MaybeInstant(FiresAt),
            SqlText.Day(YellowFrom),
            SqlText.Day(DueOn),
            SqlText.Instant(DueAt),
            Provisional == 1,
            Paused == 1,
            AwaitsCalendar == 1,
            Calendar
        );
}
