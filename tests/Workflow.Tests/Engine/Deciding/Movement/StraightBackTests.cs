using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>What stands behind a step that is done again straight back, and what does not: blocks, choices and votes.</summary>
public sealed class StraightBackTests
{
    private const string Draft = "  - {step: draft, title: 拟稿, by: hall.officer, asks: {area: {title: 面积, type: number}}}\n";

    private const string Decide = "\n  - {step: decide, title: 决定, by: hall.leader, end: granted}";

    private const string Block = """
          - parallel: both
            branches:
              plan: [{step: plan, title: 规划, by: hall.lawyer, needs: [draft.area], outcomes: {agree: 同意, object: 不同意}}]
              fire: [{step: fire, title: 消防, by: hall.clerk}]
        """;

    private const string Joint = """
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.lawyer, hall.officer]
            decide: {pass: all, otherwise: fail}
            close: all-answered
            outcomes: {pass: {title: 通过}, fail: {title: 不通过}}
        """;

    [Test]
    public void A_block_that_had_ended_is_open_again_for_the_one_review_whose_input_changed() =>
        Reviewed(Block)
            .Does("head", Back())
            .Does("first-officer", Drafted(90))
            .Waits("plan lawyer")
            .Does("legal-adviser", Done("plan", "agree"))
            .Waits("decide leader")
            .Does("head", Done("decide"))
            .Ended("granted");

    [Test]
    public void A_block_stays_ended_while_nothing_in_it_needs_what_changed() =>
        Reviewed(Block).Does("head", Back()).Does("first-officer", Drafted(80)).Waits("decide leader");

    [Test]
    public void Blocks_around_blocks_are_open_again_too() =>
        Reviewed(
                """
                  - parallel: outer
                    branches:
                      left:
                        - parallel: inner
                          branches:
                            plan: [{step: plan, title: 规划, by: hall.lawyer, needs: [draft.area], outcomes: {agree: 同意, object: 不同意}}]
                            other: [{step: other, title: 其他, by: hall.clerk}]
                      right: [{step: fire, title: 消防, by: hall.clerk}]
                """,
                "other"
            )
            .Does("head", Back())
            .Does("first-officer", Drafted(90))
            .Waits("plan lawyer")
            .Does("legal-adviser", Done("plan", "agree"))
            .Waits("decide leader");

    [Test]
    public void Where_one_branch_was_enough_all_run_again_beside_it() =>
        Lodged(Draft + Block.Replaced("branches:", "join: any\n    branches:") + Decide)
            .Does("first-officer", Drafted(80))
            .Does("legal-adviser", Done("plan", "agree"))
            .Does("head", Back())
            .Does("first-officer", Drafted(90))
            .Waits("fire clerk, plan lawyer")
            .Does("clerk", Done("fire"))
            .Waits("decide leader");

    [Test]
    public void A_step_inside_the_case_of_a_choice_runs_again() =>
        Lodged(Draft + Chosen + Decide)
            .Does("first-officer", Drafted(80))
            .Does("legal-adviser", Done("plan", "agree"))
            .Does("head", Back())
            .Does("first-officer", Drafted(70))
            .Waits("plan lawyer")
            .Does("legal-adviser", Done("plan", "agree"))
            .Waits("decide leader");

    [Test]
    public void A_choice_that_comes_out_otherwise_is_made_again() =>
        Lodged(Draft + Chosen + Decide)
            .Does("first-officer", Drafted(80))
            .Does("legal-adviser", Done("plan", "agree"))
            .Does("head", Back())
            .Does("first-officer", Drafted(300))
            .Waits("large officer");

    [Test]
    public void A_step_that_did_not_apply_and_does_now_is_done() =>
        Lodged(Draft + "  - {step: large, title: 大型, when: draft.area > 200, by: hall.lawyer}" + Decide)
            .Does("first-officer", Drafted(80))
            .Waits("decide leader")
            .Does("head", Back())
            .Does("first-officer", Drafted(300))
            .Waits("large lawyer");

    [Test]
    public void What_needs_the_result_of_a_review_that_ran_again_is_looked_at_when_that_is_known()
    {
        var steps = Draft + Block + "\n  - {step: law, title: 法审, by: hall.lawyer, needs: [plan]}" + Decide;
        OfficeCase Again() =>
            Reviewed(steps, whole: true)
                .Does("legal-adviser", Done("law"))
                .Does("head", Back())
                .Does("first-officer", Drafted(90))
                .Waits("plan lawyer");
        Again().Does("legal-adviser", Done("plan", "agree")).Waits("decide leader");
        Again().Does("legal-adviser", Done("plan", "object")).Waits("law lawyer");
    }

    [Test]
    public void A_review_waits_for_the_end_of_what_follows_from_the_step_done_again() =>
        Lodged(
                """
                  - step: draft
                    title: 拟稿
                    by: hall.officer
                    asks: {area: {title: 面积, type: number}}
                    outcomes: {done: {title: 完成, steps: [{step: copy, title: 誊写, by: hall.officer}]}}
                """
                    + "\n"
                    + Block
                    + Decide
            )
            .Does("first-officer", Drafted(80))
            .Does("first-officer", Done("copy"))
            .Does("legal-adviser", Done("plan", "agree"))
            .Does("clerk", Done("fire"))
            .Does("head", Back())
            .Does("first-officer", Drafted(90))
            .Waits("copy officer")
            .Does("first-officer", Done("copy"))
            .Waits("plan lawyer");

    [Test]
    public void The_others_votes_stand_when_one_participant_returns_straight_back()
    {
        var it = Lodged(Draft + Joint + Decide)
            .Does("first-officer", Drafted(80))
            .Does("clerk", Votes("review", "pass"))
            .Does("legal-adviser", new Return("review", "draft", "笔误", ReturnMode.StraightBack))
            .Waits("draft officer")
            .Does("second-officer", Drafted(90))
            .Waits("review lawyer, review officer");
        it.Does("legal-adviser", Votes("review", "pass")).Does("first-officer", Votes("review", "pass")).Waits("decide leader");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Everybody_votes_again_where_what_the_review_needs_has_changed()
    {
        OfficeCase Returned() =>
            Lodged(Draft + Joint.Replaced("title: 会审", "title: 会审\n    needs: [draft.area]") + Decide)
                .Does("first-officer", Drafted(80))
                .Does("clerk", Votes("review", "pass"))
                .Does("legal-adviser", new Return("review", "draft", "面积有误", ReturnMode.StraightBack));
        Returned().Does("first-officer", Drafted(90)).Waits("review clerk, review lawyer, review officer");
        Returned().Does("first-officer", Drafted(80)).Waits("review lawyer, review officer");
    }

    [Test]
    public void A_return_with_re_run_puts_all_votes_aside() =>
        Lodged(Draft + Joint + Decide)
            .Does("first-officer", Drafted(80))
            .Does("clerk", Votes("review", "pass"))
            .Does("legal-adviser", new Return("review", "draft", "面积有误"))
            .Does("first-officer", Drafted(80))
            .Waits("review clerk, review lawyer, review officer");

    private const string Chosen = """
          - choice: size
            cases:
              - {when: draft.area > 200, steps: [{step: large, title: 大型, by: hall.officer}]}
              - {otherwise: true, steps: [{step: plan, title: 规划, by: hall.lawyer, needs: [draft.area], outcomes: {agree: 同意, object: 不同意}}]}
        """;

    private static OfficeCase Reviewed(string block, string? other = null, bool whole = false)
    {
        var it = Lodged(whole ? block : Draft + block + Decide)
            .Does("first-officer", Drafted(80))
            .Does("legal-adviser", Done("plan", "agree"))
            .Does("clerk", Done("fire"));
        return other is null ? it : it.Does("clerk", Done(other));
    }

    private static Return Back() => new("decide", "draft", "面积有误", ReturnMode.StraightBack);

    private static Complete Drafted(decimal area) =>
        Done("draft") with
        {
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("area", new NumberValue(area)),
        };
}
