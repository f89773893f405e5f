using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>What is recorded for an earlier day lifts, pauses and extends a clock only on a paper about it that was in the case in time 倒签. 5 working days from 2026-03-02 end on 03-09.</summary>
public sealed class LateChangesTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, issues: receipt}
          - step: draft
            title: 拟稿
            by: hall.officer
            limit: {for: 5 working days, extend: [{up-to: 5 working days, at-most: 1, approver: hall.leader}], not-counted: [听证], escalate: hall.leader, basis: internal}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Receipt = "documents: {receipt: {title: 收件凭证, number: 收字〔<year>〕<serial>号}}";

    private static readonly PauseClock Hearing = new("draft", "听证", "听证告知1号");

    private static readonly ExtendClock Five = new("draft", new Period(5, PeriodUnit.WorkingDays), "复杂");

    [TestCase("x")]
    [TestCase("收字〔2026〕1号")]
    [TestCase("此前.pdf")]
    [TestCase("申请人.pdf")]
    [TestCase("后补.pdf")]
    public void Nothing_else_lifts_what_is_overdue(string proof)
    {
        var it = Overdue();
        foreach (var (by, command) in new (string, CaseCommand)[] { ("head", Five), ("head", Hearing), ("first-officer", Done("draft")) })
            Assert.That(it.Try(by, command, "2026-03-06", proof)?.Code, Is.EqualTo("clock.lift_unproven"), $"{command}");
        Assert.That(it.State.Clocks["draft"].Status, Is.EqualTo(ClockStatus.Overdue));
    }

    [Test]
    public void What_an_officer_attached_in_time_lifts_it()
    {
        foreach (var (by, command) in new (string, CaseCommand)[] { ("head", Five), ("head", Hearing), ("first-officer", Done("draft")) })
        {
            var it = Overdue().Does(by, command, "2026-03-06", "当日.pdf");
            Assert.That(it.State.Clocks["draft"].Status, Is.Not.EqualTo(ClockStatus.Overdue), $"{command}");
            it.DecidedTheSameAgain();
        }
    }

    [Test]
    public void What_the_one_whom_it_helps_attached_lifts_nothing()
    {
        foreach (var (by, command) in new (string, CaseCommand)[] { ("head", Five), ("head", Hearing), ("first-officer", Done("draft")) })
        {
            var it = Received().On("2026-03-06").Does(by, File("空白.pdf", 'c')).On("2026-03-10");
            Assert.That(it.Try(by, command, "2026-03-06", "空白.pdf")?.Code, Is.EqualTo("clock.lift_unproven"), $"{command}");
            Assert.That(it.State.Clocks["draft"].Status, Is.EqualTo(ClockStatus.Overdue));
        }
    }

    [Test]
    public void A_clock_that_still_runs_is_paused_and_extended_for_an_earlier_day_on_a_paper_alone()
    {
        var it = Received().On("2026-03-05");
        Assert.That(it.Try("head", Hearing, "2026-03-04", "x")?.Code, Is.EqualTo("clock.change_unproven"));
        Assert.That(it.Try("head", Five, "2026-03-04", "收字〔2026〕1号")?.Code, Is.EqualTo("clock.change_unproven"));
        it.Does("clerk", File("告知书.pdf", 'e')).Does("head", Hearing, "2026-03-04", "告知书.pdf");
    }

    private static OfficeCase Received() => Lodged(Steps, form: Receipt).Does("clerk", Done("receive"));

    private static OfficeCase Overdue()
    {
        var it = Received()
            .On("2026-03-03")
            .Does("clerk", File("此前.pdf", 'a'))
            .On("2026-03-06")
            .Does("citizen", File("申请人.pdf", 'b'))
            .Does("clerk", File("当日.pdf", 'c'))
            .On("2026-03-10")
            .Does("clerk", File("后补.pdf", 'd'));
        Assert.That(it.State.Clocks["draft"].Status, Is.EqualTo(ClockStatus.Overdue));
        return it;
    }

    private static Attach File(string name, char digit) => new(new string(digit, 64), name, 10);
}
