using System.Collections.Concurrent;
using Dapper;
using Workflow.Engine.Deciding;
using Workflow.Engine.Foresight;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Tests.Support;
using static Workflow.Tests.Support.OfficeCase;

namespace Workflow.Tests.Guarantees;

/// <summary>Commands that open steps of one post at the same moment: each gives its task by what the ones before it gave. Real threads on a real database file.</summary>
public sealed class AssignRaceTests
{
    private const int Cases = 12;

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private string _folder = null!;

    [SetUp]
    public void Folder() => _folder = Directory.CreateTempSubdirectory("workflow-assign-").FullName;

    [TearDown]
    public void Clear()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("least-loaded")]
    [TestCase("round-robin")]
    public async Task Steps_that_open_at_once_are_shared_evenly_in_some_order(string rule)
    {
        var (database, runner, processes) = await Open($$"""
              - {step: receive, title: 收件, by: hall.clerk}
              - {step: draft, title: 拟稿, by: hall.officer, assign: {{rule}}}
            """);
        await using var _ = database;
        var numbers = new List<string>();
        for (var i = 0; i < Cases; i++) numbers.Add(await Lodge(runner));
        var given = new ConcurrentBag<StepAssigned>();
        await Task.WhenAll(numbers.Select(n => Task.Run(async () =>
        {
            var written = (Written)await runner.Submit(n, new Request("clerk", Done("receive")));
            given.Add(written.Events.OfType<StepAssigned>().Single());
        })));
        Assert.Multiple(() =>
        {
            Assert.That(given.Select(g => g.Turn).Order(), Is.EqualTo(Enumerable.Range(1, Cases)));
            Assert.That(given.OrderBy(g => g.Turn).Select(g => g.Person), Is.EqualTo(Enumerable.Range(0, Cases).Select(i => i % 2 == 0 ? "first-officer" : "second-officer")));
            AssertSound(database, processes);
        });
    }

    [Test]
    public async Task What_is_foreseen_is_what_comes_and_a_lost_row_is_found_and_mended()
    {
        var (database, runner, processes) = await Open("""
              - {step: receive, title: 收件, by: hall.clerk}
              - {step: draft, title: 拟稿, by: hall.officer, assign: least-loaded}
            """);
        await using var _ = database;
        var (first, second) = (await Lodge(runner), await Lodge(runner));
        await runner.Submit(first, new Request("clerk", Done("receive")));
        var foreseen = runner.Ask(second, (state, at, outside) => Foreseeing.Of(state, "receive", "done", "clerk", at, outside))!;
        Assert.That(foreseen.Opens.Single().Assigned, Is.EqualTo("second-officer"));
        await runner.Submit(second, new Request("clerk", Done("receive")));
        Assert.That(new CaseReads(database).State(second)!.Steps["draft"].ClaimedBy, Is.EqualTo("second-officer"));
        using (var connection = database.Connect()) connection.Execute("delete from assignment_rows");
        Assert.That(new Rebuild(database, processes).Compare().Select(d => d.Table), Is.EqualTo(new[] { "assignment_rows", "assignment_rows" }));
        await new Rebuild(database, processes).Replace();
        AssertSound(database, processes);
    }

    [Test]
    public async Task A_task_for_nobody_is_an_alert_that_a_person_closes()
    {
        var (database, runner, processes) = await Open("  - {step: draft, title: 拟稿, by: hall.officer, qualified: 律师, if-nobody: alert}");
        await using var _ = database;
        var number = await Lodge(runner);
        var alert = new AlertList(database).Open().Single();
        Assert.That((alert.Kind, alert.Case, alert.Words), Is.EqualTo(("step.unattended", number,
            "'draft' opened for hall.officer, but of the 2 who hold the post nobody may do it: absent without a deputy, not qualified, or barred by what they did before.")));
        await new AlertList(database).Close(alert, "head", Monday, default);
        Assert.That(new AlertList(database).Open(), Is.Empty);
        AssertSound(database, processes);
    }

    private async Task<(Database, CaseRunner, PublishedProcesses)> Open(string steps)
    {
        var world = SmallOffice.World(SmallOffice.Process(steps));
        var database = Database.OpenFile(Path.Combine(_folder, "assign.db"));
        var processes = new PublishedProcesses(database);
        await processes.Publish(world.InForce("sample", new DateOnly(2026, 3, 2))!, null, Monday, default);
        return (database, new CaseRunner(database, processes, OnDisk.Around(world, new SetTime(Monday))), processes);
    }

    private static async Task<string> Lodge(CaseRunner runner) =>
        ((Written)await runner.Submit(null, new Request("citizen", new Lodge { Process = "sample", Parties = [new PartyEntry("applicant", "citizen", "市民")] }))).Case;

    private static void AssertSound(Database database, PublishedProcesses processes)
    {
        Assert.That(new Verify(database).Run().Faults, Is.Empty);
        Assert.That(new Rebuild(database, processes).Compare(), Is.Empty);
        Assert.That(new Readjudicate(database, processes).Run().Differences, Is.Empty);
    }
}
