using Dapper;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Host.Waking;

/// <summary>The real host is killed under load again and again, while days pass and clocks fire; what it acknowledged stays, once.</summary>
[TestFixture]
[Category(Heavy.Category)]
public sealed class HostCrashTests
{
    private const int Rounds = 50;
    private const int Clients = 6;

    // Enough to see each round, few enough for the test to end.
    private const int MostRetriesAtTheEnd = 300;

    private static readonly DateOnly FirstDay = new(2014, 5, 5);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-host-crash-").FullName;

    private string File => Path.Combine(_folder, "crash.db");

    [Test]
    public async Task What_the_host_acknowledged_survives_fifty_kills()
    {
        Heavy.Only();
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var (random, tokens) = (new Random(seed), await IssueTokens());
        var clients = Enumerable.Range(0, Clients).Select(i => new CrashClient(i, seed + i, tokens)).ToList();
        for (var round = 0; round < Rounds; round++)
            await Kill(round, clients, random);
        await RetryEverything(clients);
        TestContext.Out.WriteLine(
            $"{clients.Sum(c => c.Acknowledged.Count)} acknowledged, {clients.Sum(c => c.Retried)} retried, {clients.Sum(c => c.Late)} of them written before the kill but not answered"
        );
        Assert.That(clients.SelectMany(c => c.Complaints), Is.Empty);
        Assert.That(clients.Sum(c => c.Acknowledged.Count), Is.GreaterThan(Rounds));
        await LedgerHolds(clients);
    }

    private async Task Kill(int round, List<CrashClient> clients, Random random)
    {
        await using var host = ChildHost.Start(File, FirstDay.AddDays(2 * round));
        // Some are killed while they start.
        if (random.Next(10) == 0)
        {
            await Task.Delay(random.Next(100, 1500));
            return;
        }

        await host.Ready();
        using var kill = new CancellationTokenSource();
        var load = clients.Select(c => Task.Run(() => c.Work(host.Address, round, kill.Token))).ToList();
        await Task.Delay(random.Next(20, 1200));
        host.Kill();
        await kill.CancelAsync();
        await Task.WhenAll(load);
    }

    private async Task RetryEverything(List<CrashClient> clients)
    {
        await using var host = ChildHost.Start(File, FirstDay.AddDays(2 * Rounds));
        await host.Ready();
        foreach (var client in clients)
            await client.RetryAll(host.Address, Rounds, MostRetriesAtTheEnd / Clients);
    }

    private async Task LedgerHolds(List<CrashClient> clients)
    {
        List<LedgerEntry> entries;
        await using (var database = Database.OpenFile(File))
        {
            using var connection = database.Connect();
            entries = [.. connection.Query<string>("select body from entries").Select(LedgerJson.ReadEntry)];
        }

        var stored = entries.Select(e => (e.Case, e.Number)).ToHashSet();
        var fired = entries.SelectMany(e => e.Events.Select(x => (e.Case, Fired: Fired(x)))).Where(x => x.Fired is not null).ToList();
        TestContext.Out.WriteLine($"{entries.Count} entries, {fired.Count} firings of clocks");
        Assert.Multiple(() =>
        {
            Assert.That(clients.SelectMany(c => c.Acknowledged).Where(a => !stored.Contains((a.Case, a.Entry))), Is.Empty);
            Assert.That(fired.GroupBy(f => f).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
            Assert.That(fired, Has.Count.GreaterThan(Rounds));
            Assert.That(
                entries
                    .Select(e => e.Command)
                    .OfType<Lodge>()
                    .GroupBy(l => $"{l.Form["name"]}")
                    .Where(g => g.Count() > 1)
                    .Select(g => g.Key),
                Is.Empty
            );
            Assert.That(Verb("verify", "--database", File), Is.Zero);
            Assert.That(Verb("rebuild", "--check", "--database", File), Is.Zero);
        });
    }

    // A clock's id carries its run, and a stage comes once.
    private static string? Fired(CaseEvent happened) =>
        happened switch
        {
            ClockExpired e => $"{e.Clock} expired",
            ClockEscalated e => $"{e.Clock} stage {e.Stage}",
            _ => null,
        };

    private static int Verb(params string[] args) =>
        Verbs
            .Run(Spoken.In(args), new Terminal(TextReader.Null, TestContext.Out, TestContext.Out, Colours: false))
            .GetAwaiter()
            .GetResult();

    private async Task<Dictionary<string, string>> IssueTokens()
    {
        await using var database = Database.OpenFile(File);
        HostSchema.Update(database);
        return new[] { "chen-jie", "wang-fang", "li-ming" }.ToDictionary(
            p => p,
            p => new BearerTokens(database, TimeProvider.System).Issue(p, "crash test")
        );
    }
}
