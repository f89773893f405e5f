using System.Diagnostics;
using Workflow.Engine.Cases;
using Workflow.Storage.Databases;
using Workflow.Storage.Running;
using Workflow.Tests.Support;

namespace Workflow.Benchmarks;

/// <summary>Commands through the engine against bare writing of the same rows. Rounds are interleaved; the ratio is of the sums.</summary>
internal static class WritingRatio
{
    private const int Clients = 32;

    internal static Task OneClient(bool quick) => Measure("one client", quick ? 60 : 400, 1, quick);

    internal static Task ManyClients(bool quick) => Measure($"{Clients} clients", quick ? 320 : 3_200, Clients, quick);

    private static async Task Measure(string name, int cases, int clients, bool quick)
    {
        var rounds = quick ? 2 : 5;
        var (engine, bare, entries) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        // Until the compiler has settled: what is measured is a host that has run for a while.
        if (!quick) await Round(cases * 2, clients);
        await Round(cases, clients);
        for (var round = 0; round < rounds; round++)
        {
            var one = await Round(cases, clients);
            (engine, bare, entries) = (engine + one.Engine, bare + one.Bare, entries + one.Entries);
        }

        Console.WriteLine($"{name,-14} engine {entries / engine.TotalSeconds,8:0} entries/s   bare {entries / bare.TotalSeconds,8:0} entries/s   ratio {bare / engine:0.00}   wanted ≥ {(clients == 1 ? "0.60" : "0.50")}");
    }

    private static async Task<(TimeSpan Engine, TimeSpan Bare, int Entries)> Round(int cases, int clients)
    {
        await using var scratch = await Scratch.Open();
        await Life(scratch.Runner, "warm");
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Client(scratch.Runner, client, cases / clients))));
        var engine = watch.Elapsed;
        var groups = Recording.Of(scratch.Database);
        return (engine, await Bare(groups, clients), groups.Count);
    }

    private static async Task Client(CaseRunner runner, int client, int cases)
    {
        for (var i = 0; i < cases; i++) await Life(runner, $"{client}/{i}");
    }

    // One case from lodging to licence, with an idempotency key on each command.
    private static async Task Life(CaseRunner runner, string key)
    {
        var number = await Submit(runner, null, SmallPermit.Lodge(), $"{key}/1");
        await Submit(runner, number, SmallPermit.Receive(), $"{key}/2");
        await Submit(runner, number, SmallPermit.Grant(), $"{key}/3");
    }

    private static async Task<string> Submit(CaseRunner runner, string? number, Request request, string key) =>
        await runner.Submit(number, request, key, key) is Written written ? written.Case : throw new InvalidOperationException("It was refused.");

    private static async Task<TimeSpan> Bare(List<IReadOnlyList<BareRow>> entries, int group)
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        await using var database = Database.OpenFile(path);
        using var writer = new BareWriter(database);
        var groups = entries.Chunk(group).Select(chunk => (IReadOnlyList<BareRow>)[.. chunk.SelectMany(rows => rows)]).ToList();
        var watch = Stopwatch.StartNew();
        writer.Write(groups);
        return watch.Elapsed;
    }
}
