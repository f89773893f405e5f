using System.Diagnostics;
using Dapper;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;

namespace Workflow.Benchmarks;

/// <summary>What one firing costs with few and with many clocks pending: it must follow what is due, not what is pending.</summary>
internal static class SweepCost
{
    private const int Due = 2_000;

    internal static async Task Run(bool quick)
    {
        var few = await PerFiring(10_000);
        var many = await PerFiring(quick ? 50_000 : 1_000_000);
        Console.WriteLine(
            $"sweep          {few, 8:0.0} µs per firing with 10,000 pending   {many, 8:0.0} µs with {(quick ? "50,000" : "1,000,000")} pending   ratio {many / few:0.00}"
        );
    }

    private static async Task<double> PerFiring(int pending)
    {
        await using var scratch = await Scratch.Open();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Lodge(scratch, Due / 32))));
        Pend(scratch, pending);
        var now = Scratch.Monday.AddDays(30);
        var (watch, fired) = (Stopwatch.StartNew(), 0);
        for (var sweep = new Sweep(scratch.Runner); await sweep.Run(now, 100, default) is { Due: > 0 } report; )
            fired += report.Entries;
        return watch.Elapsed.TotalMicroseconds / fired;
    }

    private static async Task Lodge(Scratch scratch, int cases)
    {
        for (var i = 0; i < cases; i++)
            _ = (Written)await scratch.Runner.Submit(null, SmallPermit.Lodge());
    }

    // Rows of cases that are never due here: their ledgers are not needed, their rows are what an index has to hold.
    private static void Pend(Scratch scratch, int count)
    {
        using var connection = scratch.Database.Connect();
        connection.Execute(
            """
            with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
            insert into clock_rows (case_no, clock, step, status, fires_at, yellow_from, due_on, due_at, provisional, paused, awaits_calendar, calendar)
            select 'B-' || i, 'receive', 'receive', 'Running', '2027-01-01T00:00:00.0000000Z', '2027-01-01', '2027-01-01', '2027-01-01T00:00:00.0000000Z', 0, 0, 0, 'x' from n
            """,
            new { count }
        );
    }
}
