using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Running;

namespace Workflow.Storage.Sweeping;

/// <summary>
/// After a new calendar edition: brings every case whose open clocks stand on another calendar through the door, beside live
/// work. It remembers where it stands and goes on there after a stop.
/// </summary>
/// <param name="runner">The one door.</param>
public sealed class CalendarRound(CaseRunner runner)
{
    private const string Name = "rederive";

    /// <summary>Takes the next cases. Call it again until the report says it is finished.</summary>
    /// <param name="now">The moment whose calendars hold.</param>
    /// <param name="batch">The most cases looked at; at least 1.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async Task<RederiveReport> Run(DateTimeOffset now, int batch, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        var rows = Next(batch);
        var stale = rows.Where(r => !StandsOn(Today(r.Process, now), r)).Select(r => r.CaseNo).ToList();
        var failed = (await Task.WhenAll(stale.Select(number => Case(number, now, cancellation))).ConfigureAwait(false)).Count(ok => !ok);
        await runner.Database.Write(session => Keep(rows, session), cancellation).ConfigureAwait(false);
        return new RederiveReport(stale.Count - failed, failed, rows.Count == 0);
    }

    private List<ReckonedCase> Next(int batch)
    {
        using var connection = runner.Database.Connect();
        var after = connection.QuerySingleOrDefault<string?>("select position from progress where name = @Name", new { Name }) ?? "";
        return [.. connection.Query<ReckonedCase>(Cases, new { after, batch })];
    }

    private static bool StandsOn(string digest, ReckonedCase row) => row.Least == digest && row.Greatest == digest;

    private string Today(string process, DateTimeOffset now) =>
        runner.Surroundings.Calendars.At(runner.Surroundings.Register.Authority(process), now).Digest;

    private async Task<bool> Case(string number, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await runner.SettleDue(number, now, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException && !runner.Database.IsOfMachine(e))
        {
            await new Faults(runner.Database).Record(number, now, e, cancellation).ConfigureAwait(false);
            return false;
        }
    }

    private static int Keep(List<ReckonedCase> rows, WriteSession session) =>
        rows.Count == 0
            ? session.Connection.Execute("delete from progress where name = @Name", new { Name })
            : session.Connection.Execute(
                """
                insert into progress (name, position) values (@Name, @position)
                on conflict (name) do update set position = excluded.position
                """,
                new { Name, position = rows[^1].CaseNo }
            );

    private const string Cases = """
        select c.case_no as CaseNo, h.process as Process, min(c.calendar) as Least, max(c.calendar) as Greatest
        from clock_rows c join heads h on h.case_no = c.case_no
        where c.case_no > @after group by c.case_no, h.process order by c.case_no limit @batch
        """;

    // Set by name, not by constructor: SQLite types an aggregate only once there is a row.
    private sealed record ReckonedCase
    {
        public required string CaseNo { get; init; }

        public required string Process { get; init; }

        public required string Least { get; init; }

        public required string Greatest { get; init; }
    }
}

/// <summary>What one step of the run did.</summary>
/// <param name="Moved">Cases brought to today's calendar.</param>
/// <param name="Failed">Cases that failed; the sweep tries them again.</param>
/// <param name="Finished">Whether no case is left.</param>
public sealed record RederiveReport(int Moved, int Failed, bool Finished);
