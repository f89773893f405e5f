using Workflow.Engine.Deciding;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;

namespace Workflow.Benchmarks;

/// <summary>
/// The process that the crash test kills: eight clients submit with keys, a sweeper sweeps, and each entry is printed only
/// after it was acknowledged. Time passes by the number of entries, so that clocks of cases left alone expire.
/// </summary>
internal static class CrashChild
{
    private const int Clients = 8;

    internal static async Task<int> Run(string path, int seed)
    {
        await using var database = Database.OpenFile(path);
        var (time, processes) = (new SetTime(Scratch.Monday.AddDays(seed)), new PublishedProcesses(database));
        await processes.Publish(SmallPermit.Published, null, Scratch.Monday, default);
        var runner = new CaseRunner(database, processes, SmallPermit.Around(time));
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(c => Task.Run(() => Client(runner, new Random(seed * Clients + c), $"{seed}/{c}")))
                .Append(Task.Run(() => Sweeper(runner, time)))
        );
        return 0;
    }

    private static async Task Client(CaseRunner runner, Random random, string name)
    {
        for (var i = 0; ; i++)
        {
            var number = await Submit(runner, null, SmallPermit.Lodge(), $"{name}/{i}/1");
            if (random.Next(3) == 0)
                continue;
            await Submit(runner, number, SmallPermit.Receive(), $"{name}/{i}/2");
            if (random.Next(3) > 0)
                await Submit(runner, number, SmallPermit.Grant(), $"{name}/{i}/3");
        }
    }

    private static async Task<string> Submit(CaseRunner runner, string? number, Request request, string key)
    {
        if (await runner.Submit(number, request, key, key) is not Written written)
            return number ?? "";
        Console.WriteLine($"{written.Case} {written.Entry}.");
        return written.Case;
    }

    private static async Task Sweeper(CaseRunner runner, SetTime time)
    {
        for (var sweep = new Sweep(runner); ; )
        {
            time.Now += TimeSpan.FromHours(1);
            await sweep.Run(time.Now, 100, default);
        }
    }
}
