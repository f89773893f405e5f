using System.Diagnostics;
using Dapper;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Running;

namespace Workflow.Benchmarks;

/// <summary>Deciding the whole ledger again against only reading the same rows.</summary>
internal static class ReadjudicationRatio
{
    internal static async Task Run(bool quick)
    {
        await using var scratch = await Scratch.Open();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Fill(scratch, (quick ? 640 : 12_800) / 32)));
        var (decide, read, decisions) = (TimeSpan.Zero, TimeSpan.Zero, 0L);
        for (var round = 0; round < (quick ? 2 : 5); round++)
        {
            decide += Time(() => decisions += Decide(scratch));
            read += Time(() => Read(scratch));
        }

        Console.WriteLine(
            $"readjudicate   {decisions / decide.TotalSeconds, 8:0} decisions/s   {decisions / read.TotalSeconds, 8:0} rows read/s   ratio {read / decide:0.000}"
        );
    }

    private static async Task Fill(Scratch scratch, int cases)
    {
        for (var i = 0; i < cases; i++)
        {
            var number = ((Written)await scratch.Runner.Submit(null, SmallPermit.Lodge())).Case;
            await scratch.Runner.Submit(number, SmallPermit.Receive());
            await scratch.Runner.Submit(number, SmallPermit.Grant());
        }
    }

    private static long Decide(Scratch scratch)
    {
        var report = new Readjudicate(scratch.Database, scratch.Processes).Run();
        return report.Differences.IsEmpty
            ? report.Decisions
            : throw new InvalidOperationException(report.Differences[0].Finding.ToString());
    }

    private static void Read(Scratch scratch)
    {
        using var connection = scratch.Database.Connect();
        foreach (var body in connection.Query<string>("select body from entries order by case_no, entry_no", buffered: false))
            GC.KeepAlive(body);
    }

    private static TimeSpan Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }
}
