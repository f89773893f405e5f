using System.Diagnostics;
using Hangfire;
using Hangfire.InMemory;
using Workflow.Storage.Sweeping;

namespace Workflow.Benchmarks;

/// <summary>
/// Deadlines fired a second, exactly once and on disk, against Hangfire alone: a job for each deadline, in memory, which does
/// nothing but count and would be gone with the process.
/// </summary>
internal static class DeadlineRate
{
    private static int _fired;

    internal static async Task Run(bool quick)
    {
        var due = quick ? 6_400 : 32_000;
        await Ours(3_200);
        var ours = await Ours(due);
        var alone = Alone(due);
        Console.WriteLine(
            $"deadlines      engine {due / ours.TotalSeconds, 8:0} fired/s on disk   Hangfire alone {due / alone.TotalSeconds, 8:0} fired/s in memory   ratio {alone / ours:0.00}   ({due:N0} due at once)"
        );
    }

    /// <summary>What a job of Hangfire alone does.</summary>
    public static void Fire() => Interlocked.Increment(ref _fired);

    private static async Task<TimeSpan> Ours(int due)
    {
        await using var scratch = await Scratch.Open();
        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < due / 32; i++)
                            await scratch.Runner.Submit(null, SmallPermit.Lodge());
                    })
                )
        );
        var (sweep, now, fired, watch) = (new Sweep(scratch.Runner), Scratch.Monday.AddDays(30), 0, Stopwatch.StartNew());
        while (await sweep.Run(now, 500, default) is { Due: > 0 } report)
            fired += report.Entries;
        return fired == due ? watch.Elapsed : throw new InvalidOperationException($"{fired} of {due} fired.");
    }

    private static TimeSpan Alone(int due)
    {
        _fired = 0;
        var storage = new InMemoryStorage();
        var client = new BackgroundJobClient(storage);
        for (var i = 0; i < due; i++)
            client.Enqueue(() => Fire());
        var watch = Stopwatch.StartNew();
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions { WorkerCount = Environment.ProcessorCount * 5 },
            storage
        );
        while (Volatile.Read(ref _fired) < due)
            Thread.Sleep(1);
        return watch.Elapsed;
    }
}
