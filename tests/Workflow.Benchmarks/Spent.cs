using System.Diagnostics;

namespace Workflow.Benchmarks;

/// <summary>What some work took.</summary>
/// <param name="Time">By the clock.</param>
/// <param name="Processor">Of all threads of this process, the collector's included.</param>
internal readonly record struct Spent(TimeSpan Time, TimeSpan Processor)
{
    public static Spent operator +(Spent one, Spent other) => new(one.Time + other.Time, one.Processor + other.Processor);

    /// <summary>Lets so many clients work at once, each beginning on a thread of the pool, and waits for all.</summary>
    internal static async Task<Spent> By(int clients, Func<int, Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => work(client))));
        watch.Stop();
        process.Refresh();
        return new Spent(watch.Elapsed, process.TotalProcessorTime - before);
    }
}
