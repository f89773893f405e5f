using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;

namespace Workflow.Benchmarks;

/// <summary>
/// A backlog of due clocks, as after an outage, against bare writing of the same rows in groups of the same size. Lodging is
/// not counted: only what the sweep writes.
/// </summary>
internal static class DrainRatio
{
    private const int Group = 256;

    internal static async Task Run(bool quick)
    {
        var due = quick ? 10_000 : 100_000;
        var lodged = Fresh();
        await Engine(4_000, null, null);
        var writes = new RecordedWrites();
        await Engine(due, writes, lodged);
        var (engine, entries) = await Engine(due, null, null);
        await Bare(writes.Entries, lodged);
        var bare = await Bare(writes.Entries, lodged);
        File.Delete(lodged);
        Console.WriteLine(
            $"drain          engine {entries / engine.Time.TotalSeconds, 8:0} firings/s   bare {entries / bare.Time.TotalSeconds, 8:0} firings/s   ratio {bare.Time / engine.Time:0.00}   wanted ≥ 0.80   ({entries:N0} clocks due at once; processor time {engine.Processor.TotalMicroseconds / entries:0} and {bare.Processor.TotalMicroseconds / entries:0} µs a firing)"
        );
    }

    private static async Task<(Spent Spent, int Entries)> Engine(int due, RecordedWrites? writes, string? keep)
    {
        var path = Fresh();
        var dialect = SqliteDialect.ForFile(path);
        await using var database = Database.Open(writes is null ? dialect : writes.Around(dialect));
        var processes = new PublishedProcesses(database);
        await processes.Publish(SmallPermit.Published, null, Scratch.Monday, default);
        var runner = new CaseRunner(database, processes, SmallPermit.Around(new SetTime(Scratch.Monday)));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Lodge(runner, due / 32))));
        writes?.Forget();
        if (keep is not null)
            Keep(database, keep);
        var (sweep, now, entries) = (new Sweep(runner), Scratch.Monday.AddDays(30), 0);
        var spent = await Spent.By(
            1,
            async _ =>
            {
                while (await sweep.Run(now, 500, default) is { Due: > 0 } report)
                    entries += report.Entries;
            }
        );
        return (spent, entries);
    }

    private static async Task Lodge(CaseRunner runner, int cases)
    {
        for (var i = 0; i < cases; i++)
            _ = (Written)await runner.Submit(null, SmallPermit.Lodge());
    }

    // Bare writing begins where the sweep does: with the cases lodged.
    private static async Task<Spent> Bare(IReadOnlyList<IReadOnlyList<BareRow>> recorded, string lodged)
    {
        var path = Fresh();
        File.Copy(lodged, path);
        await using var database = Database.OpenFile(path);
        using var writer = new BareWriter(database);
        return await Spent.By(
            1,
            _ =>
            {
                foreach (var group in recorded.Chunk(Group))
                    writer.Write(group);
                return Task.CompletedTask;
            }
        );
    }

    private static void Keep(Database database, string path)
    {
        using var connection = database.Connect();
        connection.Execute("vacuum into @path", new { path });
    }

    private static string Fresh() => Path.Combine(Path.GetTempPath(), $"workflow-drain-{Guid.NewGuid():N}.db");
}
