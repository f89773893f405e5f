using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>A jump 跳转 leads to where the work can go on, or nowhere.</summary>
public sealed class JumpingTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: check, title: 审查, by: hall.officer, outcomes: {pass: 合格, fail: 不合格}}
          - step: decide
            title: 决定
            by: hall.leader
            outcomes: {grant: {title: 准予, when: check = pass, end: granted}, refuse: {title: 不予, when: check = fail, end: refused}}
        """;

    [Test]
    public void A_step_that_could_not_be_finished_is_no_target()
    {
        var it = Lodged(Steps).Refused("head", new Jump("decide", "领导要求"), "jump.no_outcome");
        var refusal = it.Try("head", new Jump("decide", "领导要求"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said("The jump would pass over '审查', without which nobody can finish '决定'.", "Finish '审查' first, or jump there.")
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("跳转将越过“审查”，而没有其结果，“决定”无法办结。", "请先办结“审查”，或者跳转到该环节。"))
        );
        it.Does("head", new Jump("check", "领导要求")).Does("first-officer", Done("check", "pass")).Waits("decide leader");
    }

    [Test]
    public void An_outcome_that_asks_nothing_of_the_steps_between_is_a_way_on() =>
        Lodged(Steps.Replaced("refuse: {title: 不予, when: check = fail, ", "refuse: {title: 不予, "))
            .Does("head", new Jump("decide", "领导要求"))
            .Refused("head", Done("decide", "grant"), "step.outcome_not_allowed")
            .Does("head", Done("decide", "refuse"))
            .Ended("refused")
            .DecidedTheSameAgain();

    [TestCase("check.found", "asks: {found: {title: 结论, type: text}}, outcomes: {pass: 合格, fail: 不合格}")]
    [TestCase("report.number", "outcomes: {pass: {title: 合格, issues: report}, fail: 不合格}")]
    [TestCase("seen", "outcomes: {pass: {title: 合格, marks: seen}, fail: 不合格}")]
    public void Nor_is_a_step_that_needs_what_would_be_passed_over(string need, string made) =>
        Lodged(
                Steps
                    .Replaced("outcomes: {pass: 合格, fail: 不合格}", made)
                    .Replaced("when: check = pass, ", "")
                    .Replaced("by: hall.leader\n", $"by: hall.leader\n    needs: [{need}]\n"),
                form: "documents: {report: {title: 审查报告, number: 审〔<year>〕<serial>号}}"
            )
            .Refused("head", new Jump("decide", "领导要求"), "jump.no_outcome");

    // What the case may still be given at that step is no reason to stay away from it.
    [Test]
    public void What_may_come_while_the_step_waits_is_waited_for_there() =>
        Lodged(
                Steps.Replaced("when: check = pass", "when: material.plan = received"),
                form: "materials: {plan: {title: 图纸, required: false}}"
            )
            .Does("head", new Jump("decide", "领导要求"))
            .Waits("decide leader");
}
