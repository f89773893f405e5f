using System.Diagnostics;
using Dapper;
using Workflow.Engine.Record.State;
using Workflow.Storage.Reading;

namespace Workflow.Benchmarks;

/// <summary>What a page of the list costs in a small and in a large ledger: whatever it asks for, it must follow the page and not the ledger.</summary>
internal static class ListCost
{
    private const int Page = 20;

    // One case in each of these many meets a condition of few.
    private const int Rare = 20_000;

    private static readonly (string Name, CaseFilter Filter)[] Asked =
    [
        ("all", new()),
        ("many", new(Process: "common")),
        ("few, by process", new(Process: "rare")),
        ("few, by stage", new(Stage: CaseStage.Closed)),
        ("few, by party", new(Party: "某人")),
    ];

    internal static async Task Run(bool quick)
    {
        var large = quick ? 100_000 : 1_000_000;
        var (few, many) = (await Times(10_000, quick), await Times(large, quick));
        foreach (var ((name, _), small, big) in Asked.Zip(few, many))
            Console.WriteLine(
                $"list           {name, -16} {small, 7:0} µs a page of 10,000 cases   {big, 7:0} µs of {large:N0}   ratio {big / small:0.00}"
            );
    }

    private static async Task<double[]> Times(int cases, bool quick)
    {
        await using var scratch = await Scratch.Open();
        Fill(scratch, cases);
        var reads = new CaseReads(scratch.Database);
        return [.. Asked.Select(asked => Time(() => reads.List(asked.Filter, null, Page), quick ? 50 : 500))];
    }

    private static double Time(Func<IReadOnlyList<CaseHead>> list, int rounds)
    {
        for (var i = 0; i < 10; i++)
            list();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
            list();
        return watch.Elapsed.TotalMicroseconds / rounds;
    }

    // The rare ones are the oldest: whoever walks from the latest meets them last.
    private static void Fill(Scratch scratch, int count)
    {
        using var connection = scratch.Database.Connect();
        connection.Execute(
            """
            with recursive n(i) as (select 0 union all select i + 1 from n where i < @count - 1)
            insert into heads (case_no, entry_no, hash, last_at, stage, process, definition, lodged_on, party)
            select 'B-' || printf('%07d', i), 1, '', strftime('%Y-%m-%dT%H:%M:%S', '2026-01-01', '+' || i || ' seconds') || '.0000000Z',
                case when i < 1 + @count / @Rare then 'Closed' else 'Open' end,
                case when i < 1 + @count / @Rare then 'rare' else 'common' end, '', '2026-01-01',
                case when i < 1 + @count / @Rare then '某人' else '某公司' end
            from n
            """,
            new { count, Rare }
        );
    }
}
