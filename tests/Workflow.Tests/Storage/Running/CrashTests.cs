using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;

namespace Workflow.Tests.Storage.Running;

/// <summary>A process under load is killed at random moments, again and again; what it acknowledged must be there, once.</summary>
[TestFixture]
[Category(Heavy.Category)]
public sealed class CrashTests
{
    private const int Rounds = 50;

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("workflow-crash").FullName, "crash.db");
    private readonly ConcurrentBag<string> _acknowledged = [];

    [Test]
    public async Task What_was_acknowledged_survives_fifty_kills()
    {
        Heavy.Only();
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
            await Kill(round, random);
        await using var database = Database.OpenFile(_path);
        await CatchUp(database);
        using var connection = database.Connect();
        var stored = connection.Query<string>("select case_no || ' ' || entry_no from entries").ToHashSet();
        TestContext.Out.WriteLine($"{_acknowledged.Count} acknowledged, {stored.Count} stored");
        Assert.Multiple(() =>
        {
            Assert.That(_acknowledged, Has.Count.GreaterThan(Rounds));
            Assert.That(_acknowledged.Where(a => !stored.Contains(a)), Is.Empty);
            Assert.That(new Verify(database).Run().Faults, Is.Empty);
            Assert.That(new Rebuild(database, new PublishedProcesses(database)).Compare(), Is.Empty);
            Assert.That(ExpiredTwice(connection.Query<string>("select body from entries")), Is.Empty);
        });
    }

    // What was due when the last of them was killed, as whoever starts next does first.
    private static async Task CatchUp(Database database)
    {
        var last = new CaseReads(database).LastRecorded()!.Value;
        var sweep = new Sweep(new CaseRunner(database, new PublishedProcesses(database), SmallPermit.Around(new SetTime(last))));
        while ((await sweep.Run(last, 1000, default)).Entries > 0) { }
    }

    // Killed after the first acknowledgement, so that slow machines test the same thing as fast ones.
    private async Task Kill(int round, Random random)
    {
        using var child = Process.Start(
            new ProcessStartInfo("dotnet", [Program(), "crash-child", _path, $"{round}"]) { RedirectStandardOutput = true }
        )!;
        var kill = Task.CompletedTask;
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line that the kill cut short acknowledges nothing.
            if (line.EndsWith('.'))
                _acknowledged.Add(line.TrimEnd('.'));
            if (kill.IsCompleted && !child.HasExited)
                kill = KillAfter(child, TimeSpan.FromMilliseconds(random.Next(5, 400)));
        }

        await child.WaitForExitAsync();
        await kill;
    }

    private static async Task KillAfter(Process child, TimeSpan load)
    {
        await Task.Delay(load);
        child.Kill();
    }

    private static IEnumerable<string> ExpiredTwice(IEnumerable<string> bodies) =>
        bodies
            .Select(LedgerJson.ReadEntry)
            .SelectMany(e => e.Events.OfType<ClockExpired>().Select(x => $"{e.Case} {x.Clock}"))
            .GroupBy(x => x)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);

    private static string Program() => Path.Combine(AppContext.BaseDirectory, "Workflow.Benchmarks.dll");
}
