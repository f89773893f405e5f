using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>A day told in a field is bound as an earlier day is 倒签: it is told in time, and no period is over on the day on which its start is first recorded.</summary>
public sealed class LateDaysTests
{
    private const string Steps = """
          - {step: decide, title: 决定, by: hall.officer}
          - {step: deliver, title: 送达, by: hall.clerk, asks: {served-on: {title: 送达日期, type: date, required: true}}, marks: {delivered: served-on}}
          - {wait: objection, title: 异议期间, limit: {for: 3 days, from: delivered, on-expiry: done, basis: internal}, outcomes: {done: {title: 期间届满}}}
          - {step: file, title: 归档, by: hall.clerk, end: granted}
        """;

    // 5 working days from 2026-03-03 end on 03-10.
    [Test]
    public void A_service_is_told_within_the_limit_of_an_earlier_day()
    {
        var it = Decided("2026-03-11");
        Assert.That(it.Try("clerk", Served("2026-03-03"))?.Code, Is.EqualTo("clock.told_too_late"));
        Assert.That(it.Try("clerk", Served("2026-03-03"), document: "回证.pdf")?.Code, Is.EqualTo("clock.told_too_late"));
        it.Does("clerk", Served("2026-03-10"));
        it.DecidedTheSameAgain();
    }

    // The three days from 03-03 end on 03-06.
    [Test]
    public void No_period_is_over_on_the_day_on_which_its_start_is_recorded()
    {
        var it = Decided("2026-03-09");
        Assert.That(it.Try("clerk", Served("2026-03-03"))?.Code, Is.EqualTo("clock.over_at_once"));
        it.Does("clerk", Served("2026-03-06"));
    }

    [Test]
    public void A_receipt_that_was_attached_at_the_time_proves_it()
    {
        var it = Lodged(Steps).Does("first-officer", Done("decide")).On("2026-03-04").Does("first-officer", Receipt).On("2026-03-16");
        it.Does("clerk", Served("2026-03-03"), document: "回证.pdf").On("2026-03-16").Waits("file clerk");
    }

    [Test]
    public void For_one_attached_afterwards_the_head_answers()
    {
        Assert.That(
            Decided("2026-03-16").Does("first-officer", Receipt).Try("clerk", Served("2026-03-03"), document: "回证.pdf")?.Code,
            Is.EqualTo("clock.told_too_late")
        );
        Lodged(Steps.Replaced("hall.clerk, asks", "hall.leader, asks"))
            .Does("first-officer", Done("decide"))
            .On("2026-03-16")
            .Does("clerk", Receipt)
            .Does("head", Served("2026-03-03"), document: "回证.pdf");
    }

    private static readonly Attach Receipt = new(new string('a', 64), "回证.pdf", 10);

    private static Complete Served(string day) =>
        Done("deliver") with
        {
            Fields = Done("deliver").Fields.Add("served-on", new DateValue(Shelf.Day(day))),
        };

    private static OfficeCase Decided(string day) => Lodged(Steps).Does("first-officer", Done("decide")).On(day);
}
