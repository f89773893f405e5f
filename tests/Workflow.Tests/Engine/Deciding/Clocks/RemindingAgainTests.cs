using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>A reminder before the end tells of one last day: when that day moves, it comes again.</summary>
public sealed class RemindingAgainTests
{
    private const string Steps = """
          - step: check
            title: 审查
            by: hall.officer
            limit: {for: 10 working days, extend: [{by: 5 working days, at-most: 1, approver: hall.leader}], escalate: [{to: hall.leader, before: 2 working days}], basis: internal}
            outcomes: {done: {title: 提出意见, end: done}}
        ends: {done: 办结}
        """;

    [Test]
    public void After_an_extension_the_reminder_comes_again()
    {
        // Lodged on Monday 2026-03-02: ten working days end on 03-16, fifteen on 03-23.
        var it = Lodged(Steps).On("2026-03-13");
        Assert.That(Told(it), Is.EqualTo(new[] { "2026-03-16" }));
        it.Does("head", new ExtendClock("check#1", new Period(5, PeriodUnit.WorkingDays), "情况复杂")).On("2026-03-16");
        Assert.That(Told(it), Is.EqualTo(new[] { "2026-03-16" }));
        it.On("2026-03-20");
        Assert.That(Told(it), Is.EqualTo(new[] { "2026-03-16", "2026-03-23" }));
        it.DecidedTheSameAgain();
    }

    private static IEnumerable<string> Told(OfficeCase it) => it.Events.OfType<ClockEscalated>().Select(e => $"{e.DueOn:yyyy-MM-dd}");
}
