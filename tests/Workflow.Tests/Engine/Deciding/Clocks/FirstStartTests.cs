using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>A period that a law gives is not renewed by doing its first step once more.</summary>
public sealed class FirstStartTests
{
    private const string Law = "行政许可法(2019) 第三十二条第一款第四项";

    // The Qingming festival of 2026 lies behind all of it: five working days from Monday 2 March end on Monday 9 March.
    private static string Steps(string basis) =>
        $$"""
              - {step: receive, title: 收件, by: hall.clerk, marks: received}
              - step: acceptance
                title: 受理审查
                by: hall.clerk
                limit: {for: 5 working days, from: [received, supplemented], on-expiry: accept, as-of: start, not-counted: [鉴定], basis: {{basis}}}
                outcomes:
                  accept: {title: 受理, marks: accepted}
                  supplement:
                    title: 补正
                    steps: [{step: supplement, title: 提交补正材料, by: applicant, marks: supplemented}]
                    back: acceptance
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            """;

    [Test]
    public void A_clerk_who_returns_to_himself_keeps_the_first_day()
    {
        var it = Received(Law).On("2026-03-09").Does("clerk", Again()).Does("clerk", Done("receive"));
        Assert.That(
            (it.State.Clocks["acceptance#2"].StartDay, it.State.Clocks["acceptance#2"].DueOn),
            Is.EqualTo((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9)))
        );
        Assert.That(
            it.On("2026-03-10").State.Moments["accepted"].Day,
            Is.EqualTo(new DateOnly(2026, 3, 2)),
            "silence is acceptance from the first receipt"
        );
        it.Waits("decide leader").DecidedTheSameAgain();
    }

    [Test]
    public void Taking_the_receipt_back_renews_nothing_either()
    {
        var it = Received(Law).On("2026-03-06").Does("clerk", new TakeBack("receive")).Does("clerk", Done("receive"));
        Assert.That(it.State.Clocks.Values.Last(c => c.Step == "acceptance").DueOn, Is.EqualTo(new DateOnly(2026, 3, 9)));
    }

    [Test]
    public void A_limit_of_the_office_itself_begins_with_the_new_mark()
    {
        var it = Received("internal").On("2026-03-09").Does("clerk", Again()).Does("clerk", Done("receive"));
        Assert.That(it.State.Clocks["acceptance#2"].DueOn, Is.EqualTo(new DateOnly(2026, 3, 16)));
    }

    [Test]
    public void A_supplement_starts_anew_each_time_and_a_return_after_it_does_not()
    {
        var it = Received(Law)
            .On("2026-03-04")
            .Does("clerk", Done("acceptance", "supplement"))
            .On("2026-03-10")
            .Does("citizen", Done("supplement"));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 3, 17)));
        it.On("2026-03-12").Does("clerk", Again()).Does("clerk", Done("receive"));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 3, 17)));
        it.On("2026-03-13").Does("clerk", Done("acceptance", "supplement")).On("2026-03-18").Does("citizen", Done("supplement"));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 3, 25)));
        it.On("2026-03-19").Does("clerk", Again()).Does("clerk", Done("receive"));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 3, 25)));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void What_did_not_count_before_the_return_does_not_count_after_it()
    {
        var it = Received(Law).On("2026-03-03").Does("clerk", new PauseClock("acceptance", "鉴定", "通知一号", new DateOnly(2026, 3, 5)));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 3, 11)));
        it.On("2026-03-09").Does("clerk", Again()).Does("clerk", Done("receive"));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 3, 11)));
    }

    [Test]
    public void A_case_opened_again_by_order_counts_from_the_order()
    {
        var it = Received(Law)
            .Does("clerk", Done("acceptance", "accept"))
            .Does("head", Done("decide"))
            .On("2026-04-13")
            .Has("判决一号")
            .Does("head", new ReopenCase("receive", "判决一号", "重新办理"))
            .Does("clerk", Done("receive"));
        Assert.That(Due(it), Is.EqualTo(new DateOnly(2026, 4, 20)));
    }

    private static OfficeCase Received(string basis) => Lodged(Steps(basis)).Does("clerk", Done("receive"));

    private static Return Again() => new("acceptance", "receive", "再看看");

    private static DateOnly Due(OfficeCase it) =>
        it.State.Clocks.Values.Single(c => c.Step == "acceptance" && c.Status == ClockStatus.Running).DueOn;
}
