using System.Collections.Immutable;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Storage.Proofs.Readjudicating;

/// <summary>Every decision of mixed processes comes out again; a forged one is found although its chain holds.</summary>
public sealed class ReadjudicateTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-readjudicate-").FullName;

    [OneTimeTearDown]
    public void Delete()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase(2_000)]
    [TestCase(100_000, Category = Heavy.Category)]
    public async Task Nothing_differs_and_a_planted_due_date_is_found(int decisions)
    {
        if (decisions > 2_000)
            Heavy.Only();
        await using var database = Database.OpenFile(Path.Combine(_folder, $"{decisions}.db"));
        var written = await StoredStories.Fill(database, decisions);
        var readjudicate = new Readjudicate(database, new PublishedProcesses(database));
        var before = readjudicate.Run();
        var (victim, entry) = Started(database);
        var found = new Verify(database).Run().Faults.Select(f => f.Words).ToList();
        Forgery.Plant(database, victim, entry, Later);
        await new Rebuild(database, new PublishedProcesses(database)).Replace();
        var (chains, after) = (new Verify(database).Run(), readjudicate.Run());
        TestContext.Out.WriteLine($"{before.Cases} cases, {before.Decisions} decisions");
        Assert.Multiple(() =>
        {
            Assert.That((before.Decisions, before.Differences.Length), Is.EqualTo((written, 0)));
            // Whoever forged it knew how the chain and the rows are made; all that shows is a day that came and at which nothing was done.
            Assert.That(chains.Faults.Select(f => f.Words).Except(found), Has.All.Match("^Expected the clock '.+' to have run out at"));
            Assert.That((after.Differences[0].Case, after.Differences[0].Entry), Is.EqualTo((victim, entry)));
            Assert.That(after.Differences.Select(d => d.Case).Distinct(), Is.EqualTo(new[] { victim }));
            Assert.That((after.Differences[0].Recorded, after.Differences[0].Decided), Is.Not.EqualTo((null as string, null as string)));
            Assert.That(readjudicate.Run(victim).Differences, Is.EqualTo(after.Differences));
        });
    }

    [Test]
    public async Task An_entry_of_rules_that_this_program_does_not_have_is_named()
    {
        await using var database = Database.OpenFile(Path.Combine(_folder, "rules.db"));
        await StoredStories.Fill(database, 1);
        var number = new CaseReads(database).List(new CaseFilter(), null, 1)[0].Case;
        Forgery.Plant(database, number, 1, e => e with { Rules = 99 });
        var found = new Readjudicate(database, new PublishedProcesses(database)).Run(number).Differences[0];
        Assert.That(
            (found.Entry, found.Words),
            Is.EqualTo(
                (
                    1,
                    $"Expected rules version {RulesVersion.Current}, but the entry was decided by version 99, which this program does not have."
                )
            )
        );
    }

    [Test]
    public async Task It_can_be_stopped()
    {
        await using var database = Database.OpenFile(Path.Combine(_folder, "stopped.db"));
        await StoredStories.Fill(database, 1);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.That(
            () => new Readjudicate(database, new PublishedProcesses(database)).Run(cancellation: stop.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    private static (string Case, long Entry) Started(Database database)
    {
        var reads = new CaseReads(database);
        return reads
            .List(new CaseFilter(), null, 100)
            .SelectMany(h => reads.Timeline(h.Case))
            .Where(k => k.Entry.Events.Any(e => e is ClockStarted))
            .Select(k => (k.Entry.Case, k.Entry.Number))
            .First();
    }

    private static LedgerEntry Later(LedgerEntry entry) =>
        entry with
        {
            Events = entry
                .Events.Select(e => e is ClockStarted s ? s with { Clock = s.Clock with { DueOn = s.Clock.DueOn.AddDays(1) } } : e)
                .ToImmutableArray(),
        };
}
