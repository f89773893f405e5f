using System.Collections.Concurrent;
using Dapper;
using Workflow.Engine.Deciding;
using Workflow.Engine.Foresight;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Alerts;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Guarantees;

/// <summary>Commands that open steps of one post at the same moment: each gives its task by what the ones before it gave. Real threads on a real database file.</summary>
public sealed class AssignRaceTests
{
    private const int Cases = 12;

    [TestCase("least-loaded")]
    [TestCase("round-robin")]
    public async Task Steps_that_open_at_once_are_shared_evenly_in_some_order(string rule)
    {
        await using var office = await Open(
            $$"""
              - {step: receive, title: 收件, by: hall.clerk}
              - {step: draft, title: 拟稿, by: hall.officer, assign: {{rule}}}
            """
        );
        var numbers = new List<string>();
        for (var i = 0; i < Cases; i++)
            numbers.Add(await office.Lodge());
        var given = new ConcurrentBag<StepAssigned>();
        await Task.WhenAll(
            numbers.Select(n =>
                Task.Run(async () =>
                {
                    var written = (Written)await office.Runner.Submit(n, new Request("clerk", Done("receive")));
                    given.Add(written.Events.OfType<StepAssigned>().Single());
                })
            )
        );
        Assert.Multiple(() =>
        {
            Assert.That(given.Select(g => g.Turn).Order(), Is.EqualTo(Enumerable.Range(1, Cases)));
            Assert.That(
                given.OrderBy(g => g.Turn).Select(g => g.Person),
                Is.EqualTo(Enumerable.Range(0, Cases).Select(i => i % 2 == 0 ? "first-officer" : "second-officer"))
            );
            office.IsSound();
        });
    }

    [Test]
    public async Task What_is_foreseen_is_what_comes_and_a_lost_row_is_found_and_mended()
    {
        await using var office = await Open(
            """
              - {step: receive, title: 收件, by: hall.clerk}
              - {step: draft, title: 拟稿, by: hall.officer, assign: least-loaded}
            """
        );
        var (first, second) = (await office.Lodge(), await office.Lodge());
        await office.Runner.Submit(first, new Request("clerk", Done("receive")));
        var foreseen = office.Runner.Ask(second, (state, at, outside) => Foreseeing.Of(state, "receive", "done", "clerk", at, outside))!;
        Assert.That(foreseen.Opens.Single().Assigned, Is.EqualTo("second-officer"));
        await office.Runner.Submit(second, new Request("clerk", Done("receive")));
        Assert.That(new CaseReads(office.Database).State(second)!.Steps["draft"].ClaimedBy, Is.EqualTo("second-officer"));
        using (var connection = office.Database.Connect())
            connection.Execute("delete from assignment_rows");
        Assert.That(
            new Rebuild(office.Database, office.Processes).Compare().Select(d => d.Table),
            Is.EqualTo(new[] { "assignment_rows", "assignment_rows" })
        );
        await new Rebuild(office.Database, office.Processes).Replace();
        office.IsSound();
    }

    [Test]
    public async Task A_task_for_nobody_is_an_alert_that_a_person_closes()
    {
        await using var office = await Open("  - {step: draft, title: 拟稿, by: hall.officer, qualified: 律师, if-nobody: alert}");
        var number = await office.Lodge();
        var alert = new AlertList(office.Database).Open().Single();
        Assert.That(
            (alert.Kind, alert.Case, alert.Words),
            Is.EqualTo(
                (
                    "step.unattended",
                    number,
                    "'拟稿' opened for an officer of 大厅, but of the 2 who hold the post nobody may do it: absent without a deputy, not qualified, or barred by what they did before."
                )
            )
        );
        await new AlertList(office.Database).Close(alert, "head", OfficeOnDisk.Monday, default);
        Assert.That(new AlertList(office.Database).Open(), Is.Empty);
        office.IsSound();
    }

    private static Task<OfficeOnDisk> Open(string steps) => OfficeOnDisk.Open(SmallOffice.Process(steps));
}
