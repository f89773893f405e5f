using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>A step that is done once more at any time, or after an order, is done whole, and what was done before it is not counted again.</summary>
public sealed class RepeatedStepTests
{
    private const string Complaints = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        any-time:
          - step: complaint
            title: 投诉
            by: hall.clerk
            outcomes:
              taken:
                title: 受理投诉
                steps:
                  - {step: look, title: 查明, by: hall.clerk}
                  - step: answer
                    title: 答复
                    by: hall.leader
                    outcomes:
                      sent: 已答复
                      again: {title: 再查, back: {to: look, at-most: 1}}
              dropped: 不予受理
        """;

    [Test]
    public void What_follows_from_it_is_done_anew_each_time()
    {
        var it = Lodged(Complaints).Does("clerk", Done("complaint", "taken")).Waits("look clerk, receive clerk");
        it.Does("clerk", Done("look")).Does("head", Done("answer", "sent")).Waits("receive clerk");
        it.Does("clerk", Done("complaint", "taken")).Waits("look clerk, receive clerk").DecidedTheSameAgain();
        Assert.That(it.State.Steps["look"].Name, Is.EqualTo("look#2"));
    }

    [Test]
    public void A_way_back_inside_it_is_counted_for_each_time_apart()
    {
        var it = Lodged(Complaints).Does("clerk", Done("complaint", "taken"));
        GoBackOnce(it);
        it.Does("head", Done("answer", "sent")).Does("clerk", Done("complaint", "taken"));
        GoBackOnce(it);
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Done_once_more_it_waits_again_for_what_follows_from_it()
    {
        var it = Lodged(Complaints).Does("clerk", Done("complaint", "taken"));
        GoBackOnce(it);
        it.Does("head", Done("answer", "sent")).Does("clerk", Done("complaint", "taken"));
        Assert.That(it.State.Steps["complaint"].Status, Is.EqualTo(StepStatus.Following));
    }

    // Otherwise nothing bounds it: each time it is done it is a new run.
    [Test]
    public void Its_own_way_back_is_counted_over_all_times()
    {
        var it = Lodged(
            """
              - {step: receive, title: 收件, by: hall.clerk}
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            any-time:
              - {step: objection, title: 异议, by: applicant, outcomes: {raised: {title: 提出异议, back: {to: receive, at-most: 2}}}}
            """
        );
        it.Does("clerk", Done("receive")).Does("citizen", Done("objection", "raised")).Waits("receive clerk");
        it.Does("clerk", Done("receive")).Does("citizen", Done("objection", "raised"));
        it.Does("clerk", Done("receive")).Refused("citizen", Done("objection", "raised"), "step.backs_used_up").DecidedTheSameAgain();
    }

    private const string Supplements = """
          - {step: receive, title: 收件, by: hall.clerk}
          - step: acceptance
            title: 受理审查
            by: hall.clerk
            outcomes:
              accept: {title: 受理}
              supplement: {title: 补正, at-most: 1, back: {to: receive}}
              again: {title: 重新收件, back: {to: receive, at-most: 1}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void An_order_that_opens_the_case_again_begins_the_count_anew()
    {
        var it = Lodged(Supplements).Does("clerk", Done("receive"));
        SupplementOnce(it);
        it.Does("clerk", Done("acceptance", "accept")).Does("head", Done("decide"));
        it.Has("判决一号").Does("head", new ReopenCase("receive", "判决一号", "重新办理")).Does("clerk", Done("receive"));
        SupplementOnce(it);
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_step_that_the_order_leaves_alone_goes_on_being_counted()
    {
        var it = Lodged(Supplements).Does("clerk", Done("receive"));
        SupplementOnce(it);
        it.Does("clerk", Done("acceptance", "accept")).Does("head", Done("decide"));
        it.Has("判决一号")
            .Does("head", new ReopenCase("decide", "判决一号", "重新办理"))
            .Does("head", new Return("decide", "acceptance", "再看看"));
        it.Refused("clerk", Done("acceptance", "supplement"), "step.outcome_used_up");
    }

    [Test]
    public void The_bound_of_a_way_back_holds_for_the_rows_of_a_step()
    {
        var it = Lodged(
            """
              - {step: list, title: 列明, by: hall.clerk, asks: {files: {title: 案卷, type: rows, required: true, columns: {name: {title: 名称, type: text}}}}}
              - {step: mend, title: 整改, by: hall.clerk, for-each: list.files}
              - step: look
                title: 复查
                by: hall.leader
                for-each: list.files
                outcomes:
                  good: 合格
                  again: {title: 再改, back: {to: mend, at-most: 1}}
            """
        );
        it.Does("clerk", Listed()).Does("clerk", Done("mend[1]")).Does("head", Done("look[1]", "again"));
        it.Does("clerk", Done("mend[1]"));
        it.Refused("head", Done("look[1]", "again"), "step.backs_used_up").Does("head", Done("look[1]", "good")).DecidedTheSameAgain();
    }

    // Five working days from 2 March end on the 9th, from the 10th on the 17th.
    [Test]
    public void The_paper_of_a_further_time_states_the_last_day_of_that_time()
    {
        var it = Lodged(
            """
              - {step: receive, title: 收件, by: hall.clerk}
              - step: acceptance
                title: 受理审查
                by: hall.clerk
                outcomes:
                  accept: 受理
                  supplement:
                    title: 补正
                    issues: notice
                    steps: [{step: supply, title: 提交补正, by: applicant, limit: {for: 5 working days, basis: internal}}]
                    back: {to: receive, at-most: 2}
            """,
            form: "documents: {notice: {title: 补正告知书, states: due}}"
        );
        it.Does("clerk", Done("receive")).Does("clerk", Done("acceptance", "supplement"));
        it.Does("citizen", Done("supply")).On("2026-03-10").Does("clerk", Done("receive"));
        it.Does("clerk", Done("acceptance", "supplement")).DecidedTheSameAgain();
        Assert.That(
            it.State.Documents.Select(d => d.Issued.Text),
            Has.Exactly(1).Contains("2026年3月9日").And.Exactly(1).Contains("2026年3月17日")
        );
    }

    private static Complete Listed() => Done("list") with { Fields = Done("list").Fields.Add("files", new RowsValue([OneRow])) };

    private static ImmutableSortedDictionary<string, FieldValue> OneRow { get; } =
        ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue("甲"));

    private static void GoBackOnce(OfficeCase it) =>
        it.Does("clerk", Done("look"))
            .Does("head", Done("answer", "again"))
            .Does("clerk", Done("look"))
            .Refused("head", Done("answer", "again"), "step.backs_used_up");

    private static void SupplementOnce(OfficeCase it) =>
        it.Does("clerk", Done("acceptance", "supplement"))
            .Does("clerk", Done("receive"))
            .Refused("clerk", Done("acceptance", "supplement"), "step.outcome_used_up")
            .Does("clerk", Done("acceptance", "again"))
            .Does("clerk", Done("receive"))
            .Refused("clerk", Done("acceptance", "again"), "step.backs_used_up");
}
