using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Storage.Alerts;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Storage.Alerts;

/// <summary>Called cases on a real database file: what a person is told, and what the sweep delivers.</summary>
public sealed class CallEndTests
{
    private const string Caller = "  - {call: survey, title: 测绘, process: survey, outcomes: {passed: 合格, failed: 不合格}}";

    [Test]
    public async Task An_end_that_the_call_does_not_name_is_an_alert_at_once_and_the_heads_task()
    {
        await using var office = await Open();
        var (parent, child) = await Called(office);
        await office.Runner.Submit(child, new Request("citizen", Done("withdrawal")));
        await new Sweep(office.Runner).Run(OfficeOnDisk.Monday, 10, default);
        var alert = new AlertList(office.Database).Open().Single();
        Assert.That(
            (alert.Kind, alert.Case, alert.Words),
            Is.EqualTo(
                (
                    "call.end_unmapped",
                    parent,
                    $"'测绘' has no outcome for the end of {child} with withdrawn; hall.leader finishes the step or returns the case."
                )
            )
        );
        Assert.That(
            alert.Message.Chinese.Sentence,
            Is.EqualTo($"“测绘”没有与关联案件 {child} 的结果“withdrawn”对应的走向；由hall.leader办结该环节或者退回案件。")
        );
        Assert.That(await office.Runner.Submit(parent, new Request("head", Done("survey", "failed"))), Is.InstanceOf<Written>());
        office.IsSound();
    }

    [Test]
    public async Task A_case_that_is_terminated_is_concluded_once_the_sweep_has_ended_what_it_called()
    {
        await using var office = await Open();
        var (parent, child) = await Called(office);
        await office.Runner.Submit(parent, new Request("head", new Terminate("申请人死亡")));
        Assert.That(new CaseReads(office.Database).State(parent)!.Concluding, Is.EqualTo("terminated"));
        Assert.That(
            (await office.Runner.Submit(parent, new Request("head", new SuspendCase("通知", "再议"))) as NotWritten)?.Refusal.Code,
            Is.EqualTo("case.concluding")
        );
        for (var i = 0; i < 3; i++)
            await new Sweep(office.Runner).Run(OfficeOnDisk.Monday, 10, default);
        Assert.That(new[] { parent, child }.Select(n => new CaseReads(office.Database).State(n)!.Result), Is.All.EqualTo("terminated"));
        Assert.That(new AlertList(office.Database).Open(), Is.Empty);
        office.IsSound();
    }

    private static async Task<(string Parent, string Child)> Called(OfficeOnDisk office)
    {
        var parent = await office.Lodge();
        for (var i = 0; i < 2; i++)
            await new Sweep(office.Runner).Run(OfficeOnDisk.Monday, 10, default);
        return (parent, new CaseReads(office.Database).State(parent)!.Called.Single().Case!);
    }

    private static Task<OfficeOnDisk> Open()
    {
        var called = SmallOffice
            .Process(
                """
                  - {step: measure, title: 测量, by: hall.clerk, outcomes: {passed: {title: 合格, end: passed}, failed: {title: 不合格, end: failed}}}
                any-time:
                  - {step: withdrawal, title: 撤回, by: applicant, end: withdrawn}
                """
            )
            .Replaced("process: sample", "process: survey")
            .Replaced("P-1", "P-2");
        return OfficeOnDisk.Open(SmallOffice.Process(Caller), called);
    }
}
