using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>A return that runs all again, and one that comes straight back 退回.</summary>
public sealed class ReturningTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer, asks: {area: {title: 面积, type: number}}}
          - {step: check, title: 复核, by: hall.clerk}
          - {step: law, title: 法审, by: hall.lawyer, needs: [draft.area]}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_return_with_re_run_runs_everything_again() =>
        ToDecide()
            .Does("head", new Return("decide", "draft", "面积有误"))
            .Does("first-officer", Drafted(90))
            .Does("clerk", Done("check"))
            .Does("legal-adviser", Done("law"))
            .Waits("decide leader");

    [Test]
    public void Straight_back_only_the_target_runs_again() =>
        ToDecide()
            .Does("head", new Return("decide", "draft", "笔误", ReturnMode.StraightBack))
            .Waits("draft officer")
            .Does("first-officer", Drafted(80))
            .Waits("decide leader")
            .Does("head", Done("decide"))
            .Ended("granted");

    [Test]
    public void Straight_back_runs_again_what_needs_something_that_has_changed() =>
        ToDecide()
            .Does("head", new Return("decide", "draft", "面积有误", ReturnMode.StraightBack))
            .Does("first-officer", Drafted(90))
            .Waits("law lawyer")
            .Does("legal-adviser", Done("law"))
            .Waits("decide leader");

    [Test]
    public void Straight_back_what_does_not_apply_any_more_does_not_stand()
    {
        var it = Lodged(
            """
              - {step: draft, title: 拟稿, by: hall.officer, asks: {area: {title: 面积, type: number}}}
              - {step: check, title: 复核, by: hall.clerk, when: draft.area > 80}
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            """
        );
        it.Does("first-officer", Drafted(90))
            .Does("clerk", Done("check"))
            .Does("head", new Return("decide", "draft", "面积有误", ReturnMode.StraightBack))
            .Does("first-officer", Drafted(70))
            .Waits("decide leader");
        Assert.That(it.State.Steps["check"].Status, Is.EqualTo(StepStatus.Skipped));
    }

    [Test]
    public void Straight_back_a_block_that_does_not_apply_any_more_is_closed_with_the_work_in_it()
    {
        var it = Lodged(
                """
                  - {step: licence, title: 执照, by: hall.officer, outcomes: {grant: 准予, refuse: 不予}}
                  - parallel: both
                    when: licence = grant
                    branches:
                      fire: [{step: fire, title: 消防, by: hall.clerk}]
                      plan: [{step: plan, title: 规划, by: hall.lawyer}]
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
            .Does("first-officer", Done("licence", "grant"))
            .Does("legal-adviser", new Return("plan", "licence", "材料有误", ReturnMode.StraightBack))
            .Does("first-officer", Done("licence", "refuse"))
            .Waits("decide leader");
        Assert.That(it.State.Steps["both"].Status, Is.EqualTo(StepStatus.Skipped));
    }

    [Test]
    public void Straight_back_out_of_a_block_its_siblings_go_on() =>
        Lodged(
                """
                  - {step: draft, title: 拟稿, by: hall.officer}
                  - parallel: both
                    branches:
                      fire: [{step: fire, title: 消防, by: hall.clerk}, {step: report, title: 消防报告, by: hall.clerk}]
                      plan: [{step: plan, title: 规划, by: hall.lawyer}]
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
            .Does("first-officer", Done("draft"))
            .Does("legal-adviser", new Return("plan", "draft", "图纸缺页", ReturnMode.StraightBack))
            .Waits("draft officer, fire clerk")
            .Does("clerk", Done("fire"))
            .Waits("draft officer, report clerk")
            .Does("first-officer", Done("draft"))
            .Waits("plan lawyer, report clerk")
            .Does("clerk", Done("report"))
            .Does("legal-adviser", Done("plan"))
            .Waits("decide leader");

    [Test]
    public void An_exit_back_may_come_straight_back_by_its_rule() =>
        Lodged(
                """
                  - {step: draft, title: 拟稿, by: hall.officer}
                  - {step: check, title: 复核, by: hall.clerk}
                  - step: decide
                    title: 决定
                    by: hall.leader
                    outcomes:
                      grant: {title: 准予, end: granted}
                      mend: {title: 补充, back: {to: draft, at-most: 2, otherwise: grant, then: straight-back}}
                """
            )
            .Does("first-officer", Done("draft"))
            .Does("clerk", Done("check"))
            .Does("head", Done("decide", "mend"))
            .Waits("draft officer")
            .Does("first-officer", Done("draft"))
            .Waits("decide leader");

    [Test]
    public void A_step_that_only_comes_straight_back_does_so_unasked() =>
        Lodged(Steps.Replaced("by: hall.leader, end", "by: hall.leader, return: straight-back, end"))
            .Does("first-officer", Drafted(80))
            .Does("clerk", Done("check"))
            .Does("legal-adviser", Done("law"))
            .Refused("head", new Return("decide", "draft", "笔误", ReturnMode.ReRun), "return.mode")
            .Does("head", new Return("decide", "draft", "笔误"))
            .Does("first-officer", Drafted(80))
            .Waits("decide leader");

    [Test]
    public void What_a_step_says_goes_before_what_the_process_says()
    {
        OfficeCase Open(string step) =>
            Lodged(Steps.Replaced("by: hall.leader, end", $"by: hall.leader, {step}end"), form: "return: re-run")
                .Does("first-officer", Drafted(80))
                .Does("clerk", Done("check"))
                .Does("legal-adviser", Done("law"));
        var refusal = Open("").Try("head", new Return("decide", "draft", "笔误", ReturnMode.StraightBack))!;
        Assert.That(
            (refusal.Code, refusal.English),
            Is.EqualTo(
                (
                    "return.mode",
                    new Said(
                        "After a return from '决定' the case runs again through all that lies between; the process allows nothing else.",
                        "Leave the mode out."
                    )
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("从“决定”退回后须重新办理其间各环节，流程不允许其他方式。", "请不要另行指定方式。"))
        );
        Open("return: either, ").Does("head", new Return("decide", "draft", "笔误", ReturnMode.StraightBack)).Waits("draft officer");
    }

    [Test]
    public void The_offer_of_a_return_names_how_the_case_goes_on()
    {
        IEnumerable<ActionOffer> Offers(OfficeCase it) =>
            it.Asks(
                    (state, at, outside) =>
                        AllowedActions.For(
                            outside.Bound(state.Definition),
                            state,
                            new PersonFact("head", "head", [new Post("hall", "leader")], []),
                            at,
                            outside.Calendar("sample", at)
                        )
                )
                .Where(o => o.Action == "return");
        Assert.That(Offers(ToDecide()).Select(o => string.Join(' ', o.Then)), Is.All.EqualTo("ReRun StraightBack"));
        var only = Lodged(Steps, form: "return: straight-back")
            .Does("first-officer", Drafted(80))
            .Does("clerk", Done("check"))
            .Does("legal-adviser", Done("law"));
        Assert.That(
            Offers(only).Select(o => $"{o.Choice} {string.Join(' ', o.Then)}"),
            Is.EqualTo(new[] { "law StraightBack", "check StraightBack", "draft StraightBack" })
        );
    }

    [Test]
    public void Where_the_case_may_not_go_back_to_the_refusal_names_where_it_may() =>
        Assert.That(
            ToDecide().Try("head", new Return("decide", "decide", "笔误"))!.English.WayOut,
            Is.EqualTo("It may go to 法审, 复核 or 拟稿.")
        );

    private static OfficeCase ToDecide() =>
        Lodged(Steps)
            .Does("first-officer", Drafted(80))
            .Does("clerk", Done("check"))
            .Does("legal-adviser", Done("law"))
            .Waits("decide leader");

    private static Complete Drafted(decimal area) =>
        Done("draft") with
        {
            Fields = System.Collections.Immutable.ImmutableSortedDictionary<string, FieldValue>.Empty.Add("area", new NumberValue(area)),
        };
}
