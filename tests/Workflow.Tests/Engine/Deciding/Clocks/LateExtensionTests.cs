using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>An extension that was decided in time is in time, also where it is recorded after the period. 5 working days from 2026-03-02 end on 03-09, 5 more on 03-16.</summary>
public sealed class LateExtensionTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 5 working days, extend: [{up-to: 5 working days, at-most: 1, approver: hall.leader}], escalate: hall.leader, basis: internal}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private static readonly ExtendClock Five = new("draft", new Period(5, PeriodUnit.WorkingDays), "复杂");

    private static readonly Attach Approval = new(new string('a', 64), "批准单.pdf", 10);

    [Test]
    public void It_lifts_what_its_absence_had_done()
    {
        var it = Overdue("2026-03-10");
        Assert.That(it.State.Clocks["draft"].Fired, Is.Not.Empty);
        it.Does("head", Five, "2026-03-09", "批准单.pdf");
        var clock = it.State.Clocks["draft"];
        Assert.That((clock.Status, clock.DueOn, clock.Fired.Length), Is.EqualTo((ClockStatus.Running, new DateOnly(2026, 3, 16), 0)));
        Assert.That(it.Events.OfType<ClockLifted>().Single().Clock, Is.EqualTo("draft"));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Decided_too_late_it_is_refused() => Overdue("2026-03-10").Refused("head", Five, "clock.already_overdue");

    [Test]
    public void Where_the_longer_period_is_past_as_well_the_clock_stays_overdue_at_its_new_day()
    {
        var it = Overdue("2026-03-12").Does("head", Five with { By = new Period(1, PeriodUnit.WorkingDays) }, "2026-03-09", "批准单.pdf");
        Assert.That(
            (it.State.Clocks["draft"].Status, it.State.Clocks["draft"].DueOn),
            Is.EqualTo((ClockStatus.Overdue, new DateOnly(2026, 3, 10)))
        );
    }

    [TestCase("批准单")]
    [TestCase("x")]
    public void A_paper_that_was_not_in_the_case_in_time_lifts_nothing(string document)
    {
        var it = Overdue("2026-03-10");
        it.Does("clerk", Approval with { Name = "后补.pdf" });
        foreach (var named in new[] { document, "后补.pdf" })
            Assert.That(it.Try("head", Five, "2026-03-09", named)!.Code, Is.EqualTo("clock.lift_unproven"));
        var refusal = it.Try("head", Five, "2026-03-09", document)!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "'拟稿' ended on 2026-03-09; what is recorded afterwards for an earlier day lifts that only on a file or a paper about it that was in the case by then, and the one named is none.",
                    "Name a file that another officer attached since the earlier day and by then, or the number of a paper about the matter; without one, record it for today."
                )
            )
        );
        Assert.That(it.State.Clocks["draft"].Status, Is.EqualTo(ClockStatus.Overdue));
        it.Does("head", Five, "2026-03-09", Approval.Sha256);
    }

    [Test]
    public void What_a_party_handed_in_is_no_paper_of_the_office_under_another_name()
    {
        var it = Lodged(Steps)
            .On("2026-03-06")
            .Does("citizen", Approval with { Name = "申请人材料.pdf" })
            .On("2026-03-09")
            .Does("clerk", Approval)
            .On("2026-03-10");
        foreach (var named in new[] { "批准单.pdf", Approval.Sha256 })
            Assert.That(it.Try("head", Five, "2026-03-09", named)?.Code, Is.EqualTo("clock.lift_unproven"));
    }

    private static OfficeCase Overdue(string day)
    {
        var it = Lodged(Steps).On("2026-03-09").Does("clerk", Approval).On(day);
        Assert.That(it.State.Clocks["draft"].Status, Is.EqualTo(ClockStatus.Overdue));
        return it;
    }
}
