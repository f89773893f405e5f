using System.Collections.Concurrent;
using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Running;

namespace Workflow.Storage.Sweeping;

/// <summary>
/// Turns due clock rows and pending commands into entries through the one door. Two sweepers at once are harmless; a case
/// that fails backs off and never stops the next; the cost follows what is due, not what is pending.
/// </summary>
/// <param name="runner">The one door.</param>
public sealed class Sweep(CaseRunner runner)
{
    private readonly Faults _faults = new(runner.Database);
    private readonly PendingCommands _pending = new(runner);

    /// <summary>Writes what is due up to a moment.</summary>
    /// <param name="now">The moment; the recorded moment of what is written.</param>
    /// <param name="batch">The most cases, and the most pending commands, taken in one run; at least 1.</param>
    /// <param name="cancellation">Stops between cases; what was begun is written.</param>
    public async Task<SweepReport> Run(DateTimeOffset now, int batch, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        var due = Due(now, batch);
        var outcomes = await Task.WhenAll(Settle(due, now, cancellation)).ConfigureAwait(false);
        var (ran, refused) = await _pending.Run(now, batch, cancellation).ConfigureAwait(false);
        return new SweepReport(due.Count, outcomes.Sum(o => o.Entries), outcomes.Count(o => o.Failed), ran, refused);
    }

    /// <summary>Runs only the commands that entries of other cases caused, up to a moment; a simulation has its own order for what falls due.</summary>
    /// <returns>How many were written, and how many refused.</returns>
    public Task<(int Ran, int Refused)> Deliver(DateTimeOffset now, int batch, CancellationToken cancellation) =>
        _pending.Run(now, batch, cancellation);

    /// <summary>Returns the instant at which the oldest row fires that waits for nothing but a sweep; null when no clock is pending. Cases that failed wait for a repair, and are told by an alert.</summary>
    public DateTimeOffset? OldestDue()
    {
        using var connection = runner.Database.Connect();
        return SqlText.MaybeInstant(connection.ExecuteScalar<string?>(Oldest));
    }

    /// <summary>Returns how many cases failed in the sweep and back off, or were given up.</summary>
    public long Failing()
    {
        using var connection = runner.Database.Connect();
        return connection.ExecuteScalar<long>("select count(*) from sweep_faults");
    }

    /// <summary>Returns the first instant after a moment at which something falls due by itself; null when nothing does.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after)
    {
        using var connection = runner.Database.Connect();
        return SqlText.MaybeInstant(
            connection.ExecuteScalar<string?>("select min(fires_at) from clock_rows where fires_at > @after", new { after = after.Text() })
        );
    }

    /// <summary>Returns how many clocks are due, dead cases included.</summary>
    public long Backlog(DateTimeOffset now)
    {
        using var connection = runner.Database.Connect();
        return connection.ExecuteScalar<long>("select count(*) from clock_rows where fires_at <= @now", new { now = now.Text() });
    }

    /// <summary>Forgets idempotency keys that need not be remembered any more and returns how many.</summary>
    public Task<int> ForgetRequests(DateTimeOffset now, CancellationToken cancellation) =>
        runner.Database.Write(session => Requests.Forget(now, session), cancellation);

    private List<string> Due(DateTimeOffset now, int batch)
    {
        using var connection = runner.Database.Connect();
        return
        [
            .. connection
                .Query<string>(
                    DueCases,
                    new
                    {
                        now = now.Text(),
                        furthest = Backoff.Furthest(now).Text(),
                        batch,
                    }
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    // Decided beside the writer, which meanwhile writes those before: on all processors but its own.
    private Task<(int Entries, bool Failed)>[] Settle(List<string> due, DateTimeOffset now, CancellationToken cancellation)
    {
        var outcomes = new Task<(int, bool)>[due.Count];
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, due.Count), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) },
            runner.Database.Reading,
            (i, _, reading) =>
            {
                outcomes[i] = Case(due[i], now, reading, cancellation);
                return reading;
            },
            reading => reading.Dispose()
        );
        return outcomes;
    }

    // Each case has a savepoint of its own in the transaction they share: one that fails is undone alone. Where the machine
    // fails, the round does, and the next tries all of them again.
    private async Task<(int Entries, bool Failed)> Case(
        string number,
        DateTimeOffset now,
        PreparedStatements reading,
        CancellationToken cancellation
    )
    {
        try
        {
            return (await runner.SettleDue(number, now, reading, cancellation).ConfigureAwait(false), false);
        }
        catch (Exception e) when (e is not OperationCanceledException && !runner.Database.IsOfMachine(e))
        {
            await _faults.Record(number, now, e, cancellation).ConfigureAwait(false);
            return (0, true);
        }
    }

    private const string Oldest = """
        select min(c.fires_at) from clock_rows c
        where c.fires_at is not null and not exists (select 1 from sweep_faults f where f.case_no = c.case_no)
        """;

    // A next try further off than any pause is one that a wrong clock wrote.
    private const string DueCases = """
        select c.case_no from clock_rows c
        where c.fires_at <= @now
          and not exists (
            select 1 from sweep_faults f
            where f.case_no = c.case_no and (f.dead = 1 or (f.next_try > @now and f.next_try <= @furthest)))
        order by c.fires_at limit @batch
        """;
}

/// <summary>What one run of the sweep did.</summary>
/// <param name="Due">Cases found due.</param>
/// <param name="Entries">Entries written.</param>
/// <param name="Failed">Cases that failed and back off.</param>
/// <param name="PendingRun">Pending commands that were written.</param>
/// <param name="PendingRefused">Pending commands that were refused and back off.</param>
public sealed record SweepReport(int Due, int Entries, int Failed, int PendingRun, int PendingRefused);
