using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>Silence gives nothing for which a person would have to have all materials.</summary>
public sealed class WithheldSilenceTests
{
    private const string Steps = """
          - step: review
            title: 审查
            by: hall.clerk
            limit: {for: 5 working days, on-expiry: accept, basis: internal, escalate: [{after: 1 working day, to: hall.leader}]}
            outcomes: {accept: {title: 同意, materials: complete}, refuse: {title: 不同意}}
          - {step: decide, title: 签发, by: hall.leader, end: done}
        """;

    private const string Materials = "materials: {application: {title: 申请书}}";

    [Test]
    public void What_is_missing_leaves_the_step_overdue_and_somebody_is_reminded()
    {
        var it = Lodged(Steps, form: Materials).On("2026-03-11").Waits("review clerk");
        var clock = it.State.Clocks["review"];
        Assert.That((clock.Status, clock.Fired.Length), Is.EqualTo((ClockStatus.Overdue, 1)));
        Assert.That(it.Events.OfType<ClockExpired>().Single().Withheld, Is.EqualTo("accept"));
        it.Refused("clerk", Done("review", "accept"), "material.incomplete")
            .Does("clerk", new ReceiveMaterial("application"))
            .Does("clerk", Done("review", "accept"))
            .Waits("decide leader");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void What_is_there_is_accepted_by_silence() =>
        Lodged(Steps, form: Materials).Does("clerk", new ReceiveMaterial("application")).On("2026-03-11").Waits("decide leader");

    // 行政许可法 32①(4): what is missing and was not told in time does not keep the application from being accepted.
    [Test]
    public void Who_did_not_say_in_time_what_is_missing_has_accepted() =>
        Lodged(Steps.Replaced("on-expiry: accept", "on-expiry: accept, as-of: start"), form: Materials)
            .On("2026-03-11")
            .Waits("decide leader");

    [Test]
    public void The_timeline_says_why()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(Steps, Materials),
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-11, expect: {status: {review: overdue}}}
            """
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.Zh)),
            Does.Contain("时限“审查时限”于 2026-03-09 届满，因材料不齐不产生“同意”的结果，超期")
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.En)),
            Does.Contain("ran out on 2026-03-09 and is overdue; materials are missing, so it does not end in '同意'")
        );
    }
}
