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
          - step: acceptance
            title: 受理审查
            by: hall.clerk
            limit: {for: 5 working days, on-expiry: accept, basis: 行政许可法(2019) 第三十二条第一款第四项, escalate: [{after: 1 working day, to: hall.leader}]}
            outcomes: {accept: {title: 受理, materials: complete}, refuse: {title: 不受理}}
          - {step: decide, title: 签发, by: hall.leader, end: done}
        """;

    private const string Materials = "materials: {application: {title: 申请书}}";

    [Test]
    public void What_is_missing_leaves_the_step_overdue_and_somebody_is_reminded()
    {
        var it = Lodged(Steps, form: Materials).On("2026-03-11").Waits("acceptance clerk");
        var clock = it.State.Clocks["acceptance"];
        Assert.That((clock.Status, clock.Fired.Length), Is.EqualTo((ClockStatus.Overdue, 1)));
        Assert.That(it.Events.OfType<ClockExpired>().Single().Withheld, Is.EqualTo("accept"));
        it.Refused("clerk", Done("acceptance", "accept"), "material.incomplete")
            .Does("clerk", new ReceiveMaterial("application"))
            .Does("clerk", Done("acceptance", "accept"))
            .Waits("decide leader");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void What_is_there_is_accepted_by_silence() =>
        Lodged(Steps, form: Materials).Does("clerk", new ReceiveMaterial("application")).On("2026-03-11").Waits("decide leader");

    [Test]
    public void The_timeline_says_why()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(Steps, Materials),
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-11, expect: {status: {acceptance: overdue}}}
            """
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.Zh)),
            Does.Contain("时限“受理审查时限”于 2026-03-09 届满，因材料不齐不产生“受理”的结果，超期")
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.En)),
            Does.Contain("ran out on 2026-03-09 and is overdue; materials are missing, so it does not end in '受理'")
        );
    }
}
