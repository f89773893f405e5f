using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>A clock with several moments in <c>from</c> counts from the last of them, in each stage anew. March 2026 has no holiday.</summary>
public sealed class SeveralStartsTests
{
    private const string Joint =
        "clocks: {joint: {title: 联合办理期限, for: 5 working days, from: [first-begun, second-begun], until: [first-done, second-done], basis: internal}}";

    private const string Stages = """
          - {step: first, title: 受理第一阶段, by: hall.clerk, marks: first-begun}
          - {step: survey, title: 第一阶段审查, by: hall.clerk, marks: first-done}
          - {step: second, title: 受理第二阶段, by: hall.clerk, marks: second-begun}
          - {step: permit, title: 第二阶段审查, by: hall.clerk, marks: second-done}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void It_starts_anew_in_each_stage()
    {
        var it = Lodged(Stages, form: Joint).Does("clerk", Done("first"));
        Stands(it, ClockStatus.Running, "2026-03-02", "2026-03-09");
        it.On("2026-03-04").Does("clerk", Done("survey"));
        Stands(it, ClockStatus.Stopped, "2026-03-02", "2026-03-09");
        it.On("2026-03-05").Does("clerk", Done("second"));
        Stands(it, ClockStatus.Running, "2026-03-05", "2026-03-12");
        it.On("2026-03-06").Does("clerk", Done("permit"));
        Stands(it, ClockStatus.Stopped, "2026-03-05", "2026-03-12");
        it.DecidedTheSameAgain();
        var legal = it.Legal("2026-03-05").Clocks.Single(c => c.Id == "joint");
        Assert.That((legal.StartDay, legal.IsOpen), Is.EqualTo((new DateOnly(2026, 3, 5), true)));
    }

    [Test]
    public void One_act_may_end_a_stage_and_begin_the_next()
    {
        var it = Lodged(
            """
              - {step: first, title: 受理第一阶段, by: hall.clerk, marks: first-begun}
              - {step: survey, title: 第一阶段审查, by: hall.clerk, marks: [first-done, second-begun]}
              - {step: permit, title: 第二阶段审查, by: hall.clerk, marks: second-done}
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            """,
            form: Joint
        );
        it.Does("clerk", Done("first")).On("2026-03-04").Does("clerk", Done("survey"));
        Stands(it, ClockStatus.Running, "2026-03-04", "2026-03-11");
    }

    [Test]
    public void A_return_inside_a_stage_opens_it_again_with_the_start_of_that_stage()
    {
        var it = InTheSecond().On("2026-03-06").Does("clerk", Done("permit")).Does("head", new Return("decide", "permit", "再审"));
        Stands(it, ClockStatus.Running, "2026-03-05", "2026-03-12");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Taking_the_second_start_back_leaves_the_first_stage_ended()
    {
        var it = InTheSecond().On("2026-03-06").Does("clerk", new TakeBack("second"));
        Assert.That(it.State.Clocks["joint"].Status, Is.EqualTo(ClockStatus.Stopped));
        it.On("2026-03-09").Does("clerk", Done("second"));
        Stands(it, ClockStatus.Running, "2026-03-09", "2026-03-16");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Where_no_end_lies_between_taking_a_start_back_counts_from_the_one_before()
    {
        var it = Lodged(
            """
              - {step: receive, title: 收件, by: hall.clerk, marks: received}
              - {step: supply, title: 补充, by: applicant, marks: supplied}
              - {step: decide, title: 决定, by: hall.leader, marks: decided, end: granted}
            """,
            form: "clocks: {joint: {title: 办理期限, for: 5 working days, from: [received, supplied], until: decided, basis: internal}}"
        );
        it.Does("clerk", Done("receive")).On("2026-03-04").Does("citizen", Done("supply"));
        Stands(it, ClockStatus.Running, "2026-03-04", "2026-03-11");
        it.Does("citizen", new TakeBack("supply"));
        Stands(it, ClockStatus.Running, "2026-03-02", "2026-03-09");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void An_order_that_opens_the_case_again_begins_the_stage_of_its_step_anew()
    {
        var it = InTheSecond().Does("clerk", Done("permit")).Does("head", Done("decide")).On("2026-04-13");
        it.Has("判决一号").Does("head", new ReopenCase("permit", "判决一号", "重新办理"));
        Stands(it, ClockStatus.Running, "2026-04-13", "2026-04-20");
        it.Does("clerk", Done("permit")).DecidedTheSameAgain();
    }

    private static OfficeCase InTheSecond() =>
        Lodged(Stages, form: Joint)
            .Does("clerk", Done("first"))
            .Does("clerk", Done("survey"))
            .On("2026-03-05")
            .Does("clerk", Done("second"));

    private static void Stands(OfficeCase it, ClockStatus status, string start, string due)
    {
        var clock = it.State.Clocks["joint"];
        Assert.That((clock.Status, $"{clock.StartDay:yyyy-MM-dd}", $"{clock.DueOn:yyyy-MM-dd}"), Is.EqualTo((status, start, due)));
    }
}
