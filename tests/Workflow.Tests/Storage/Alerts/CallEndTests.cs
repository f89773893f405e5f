using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;
using Workflow.Tests.Support;
using static Workflow.Tests.Support.OfficeCase;

namespace Workflow.Tests.Storage.Alerts;

/// <summary>Called cases on a real database file: what a person is told, and what the sweep delivers.</summary>
public sealed class CallEndTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private const string Caller = "  - {call: survey, title: 测绘, process: survey, outcomes: {passed: 合格, failed: 不合格}}";

    private string _folder = null!;

    [SetUp]
    public void Folder() => _folder = Directory.CreateTempSubdirectory("workflow-call-").FullName;

    [TearDown]
    public void Clear()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    [Test]
    public async Task An_end_that_the_call_does_not_name_is_an_alert_at_once_and_the_heads_task()
    {
        var (database, runner, processes) = await Open();
        await using var _ = database;
        var (parent, child) = await Called(database, runner);
        await runner.Submit(child, new Request("citizen", Done("withdrawal")));
        await new Sweep(runner).Run(Monday, 10, default);
        var alert = new AlertList(database).Open().Single();
        Assert.That((alert.Kind, alert.Case, alert.Words), Is.EqualTo(("call.end_unmapped", parent,
            $"Expected an outcome of 'survey' for the end of {child}, but it has none for withdrawn; hall.leader finishes the step or returns the case.")));
        Assert.That(await runner.Submit(parent, new Request("head", Done("survey", "failed"))), Is.InstanceOf<Written>());
        AssertSound(database, processes);
    }

    [Test]
    public async Task A_case_that_is_terminated_is_concluded_once_the_sweep_has_ended_what_it_called()
    {
        var (database, runner, processes) = await Open();
        await using var _ = database;
        var (parent, child) = await Called(database, runner);
        await runner.Submit(parent, new Request("head", new Terminate("申请人死亡")));
        Assert.That(new CaseReads(database).State(parent)!.Concluding, Is.EqualTo("terminated"));
        Assert.That((await runner.Submit(parent, new Request("head", new SuspendCase("通知", "再议"))) as NotWritten)?.Refusal.Code, Is.EqualTo("case.concluding"));
        for (var i = 0; i < 3; i++) await new Sweep(runner).Run(Monday, 10, default);
        Assert.That(new[] { parent, child }.Select(n => new CaseReads(database).State(n)!.Result), Is.All.EqualTo("terminated"));
        Assert.That(new AlertList(database).Open(), Is.Empty);
        AssertSound(database, processes);
    }

    private static async Task<(string Parent, string Child)> Called(Database database, CaseRunner runner)
    {
        var parent = ((Written)await runner.Submit(null, new Request("citizen", new Lodge { Process = "sample", Parties = [new PartyEntry("applicant", "citizen", "市民")] }))).Case;
        for (var i = 0; i < 2; i++) await new Sweep(runner).Run(Monday, 10, default);
        return (parent, new CaseReads(database).State(parent)!.Called.Single().Case!);
    }

    private async Task<(Database, CaseRunner, PublishedProcesses)> Open()
    {
        var called = SmallOffice.Process("""
              - {step: measure, title: 测量, by: hall.clerk, outcomes: {passed: {title: 合格, end: passed}, failed: {title: 不合格, end: failed}}}
            any-time:
              - {step: withdrawal, title: 撤回, by: applicant, end: withdrawn}
            """).Replace("process: sample", "process: survey", StringComparison.Ordinal).Replace("P-1", "P-2", StringComparison.Ordinal);
        var world = SmallOffice.World(SmallOffice.Process(Caller), called);
        var database = Database.OpenFile(Path.Combine(_folder, "calls.db"));
        var processes = new PublishedProcesses(database);
        foreach (var process in world.Processes) await processes.Publish(process, null, Monday, default);
        return (database, new CaseRunner(database, processes, OnDisk.Around(world, new SetTime(Monday))), processes);
    }

    private static void AssertSound(Database database, PublishedProcesses processes)
    {
        Assert.That(new Verify(database).Run().Faults, Is.Empty);
        Assert.That(new Rebuild(database, processes).Compare(), Is.Empty);
        Assert.That(new Readjudicate(database, processes).Run().Differences, Is.Empty);
    }
}
