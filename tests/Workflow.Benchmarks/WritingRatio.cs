using Workflow.Engine.Deciding;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Running;

namespace Workflow.Benchmarks;

/// <summary>
/// Commands through the engine against bare writing of the same rows by as many clients in the same mode. The claim is
/// about an office at work, so both are warmed by the same number of entries, which are not counted. Rounds alternate; the
/// ratio is of the sums. Processor time is told beside it: on a busy machine it is the steadier of the two.
/// </summary>
internal static class WritingRatio
{
    private const int Clients = 32;

    private const int EntriesOfCase = 3;

    // By then the compiler has optimised what is called for each entry, here and there.
    private const int WarmingCases = 1_600;

    internal static Task OneClient(bool quick) => Measure("one client", quick ? 100 : 400, 1, quick ? 3 : 5, 0.60);

    // As many in a quick run: with a fifth of them the two sides differ from run to run by a half.
    internal static Task ManyClients(bool quick) => Measure($"{Clients} clients", 3_200, Clients, quick ? 3 : 5, 0.50);

    private static async Task Measure(string name, int cases, int clients, int rounds, double wanted)
    {
        var recorded = await Record(cases);
        await Engine(WarmingCases, Clients);
        await Engine(cases, clients);
        for (var warmed = 0; warmed < WarmingCases + cases; warmed += cases)
            await Bare(recorded, clients);
        var (engine, bare) = (new Spent(), new Spent());
        for (var round = 0; round < rounds; round++)
        {
            engine += await Engine(cases, clients);
            bare += await Bare(recorded, clients);
        }

        var entries = rounds * cases * EntriesOfCase;
        Console.WriteLine(
            $"{name, -14} engine {entries / engine.Time.TotalSeconds, 8:0} entries/s   bare {entries / bare.Time.TotalSeconds, 8:0} entries/s   ratio {bare.Time / engine.Time:0.00}   wanted ≥ {wanted:0.00}   (processor time {engine.Processor.TotalMicroseconds / entries:0} and {bare.Processor.TotalMicroseconds / entries:0} µs an entry; both warmed by {(WarmingCases + cases) * EntriesOfCase:N0} entries)"
        );
    }

    private static async Task<Spent> Engine(int cases, int clients)
    {
        await using var scratch = await Scratch.Open();
        await Life(scratch.Runner, "warm");
        return await Spent.By(clients, client => Lives(scratch.Runner, client, cases / clients));
    }

    // Each client writes whole cases, in the order in which the engine wrote their entries.
    private static async Task<Spent> Bare(IReadOnlyList<IReadOnlyList<BareRow>> recorded, int clients)
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        await using var database = Database.OpenFile(path);
        var mine = recorded.Chunk(recorded.Count / clients).ToList();
        if (clients > 1)
        {
            using var groups = new BareGroups(database);
            return await Spent.By(
                clients,
                async client =>
                {
                    foreach (var rows in mine[client])
                        await groups.Write(rows);
                }
            );
        }

        using var writer = new BareWriter(database);
        return await Spent.By(
            1,
            _ =>
            {
                foreach (var rows in recorded)
                    writer.Write([rows]);
                return Task.CompletedTask;
            }
        );
    }

    private static async Task<IReadOnlyList<IReadOnlyList<BareRow>>> Record(int cases)
    {
        var (path, writes) = (Path.GetTempFileName(), new RecordedWrites());
        File.Delete(path);
        await using var database = Database.Open(writes.Around(SqliteDialect.ForFile(path)));
        var processes = new PublishedProcesses(database);
        await processes.Publish(SmallPermit.Published, null, Scratch.Monday, default);
        await Lives(new CaseRunner(database, processes, SmallPermit.Around(new SetTime(Scratch.Monday))), 0, cases);
        return writes.Entries;
    }

    private static async Task Lives(CaseRunner runner, int client, int cases)
    {
        for (var i = 0; i < cases; i++)
            await Life(runner, $"{client}/{i}");
    }

    // One case from lodging to licence, with an idempotency key on each command.
    private static async Task Life(CaseRunner runner, string key)
    {
        var number = await Submit(runner, null, SmallPermit.Lodge(), $"{key}/1");
        await Submit(runner, number, SmallPermit.Receive(), $"{key}/2");
        await Submit(runner, number, SmallPermit.Grant(), $"{key}/3");
    }

    private static async Task<string> Submit(CaseRunner runner, string? number, Request request, string key) =>
        await runner.Submit(number, request, key, key) is Written written
            ? written.Case
            : throw new InvalidOperationException("It was refused.");
}
