using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>A correction of the form goes round nothing that was decided on the form as it stood.</summary>
public sealed class CorrectingFormTests
{
    private const string Levels = """
          - {step: draft, title: 起草, by: hall.clerk}
          - {step: section, title: 科长, by: hall.officer, when: form.amount >= 10000}
          - {step: bureau, title: 局长, by: hall.leader, needs: form.amount}
          - {step: pay, title: 支付, by: hall.clerk, end: paid}
        ends: {paid: 已支付}
        """;

    private const string Amount = "form: {amount: {title: 金额, type: number}, note: {title: 备注, type: text}}";

    private const string Rows = """
          - {step: begin, title: 开始, by: hall.clerk}
          - {step: score, title: 打分, by: hall.officer, for-each: form.files, outcomes: {sound: {title: 无问题}, faulty: {title: 有问题}}}
          - {step: mend, title: 整改, by: hall.lawyer, for-each: form.files, when: row.score = faulty}
          - {step: decide, title: 决定, by: hall.leader, end: done}
        """;

    private const string Files = "form: {files: {title: 案卷, type: rows, columns: {name: {title: 名称, type: text}}}}";

    [Test]
    public void A_level_that_the_old_amount_passed_over_is_asked_before_the_case_goes_on()
    {
        var it = Lodged(Levels, form: Amount).Does("clerk", Of(9_000)).Does("clerk", Done("draft")).Waits("bureau leader");
        it.Does("clerk", Of(21_000)).Waits("section officer");
        it.Does("first-officer", Done("section")).Waits("bureau leader").DecidedTheSameAgain();
    }

    [Test]
    public void Who_approved_a_sum_approves_the_corrected_one()
    {
        var it = Lodged(Levels, form: Amount).Does("clerk", Of(9_000)).Does("clerk", Done("draft")).Does("head", Done("bureau"));
        it.Waits("pay clerk").Does("clerk", Of(9_500)).Waits("bureau leader");
        it.Does("head", Done("bureau")).Waits("pay clerk").DecidedTheSameAgain();
    }

    [Test]
    public void A_level_that_no_longer_applies_does_not_stand()
    {
        var it = Lodged(Levels, form: Amount).Does("clerk", Of(21_000)).Does("clerk", Done("draft")).Waits("section officer");
        it.Does("clerk", Of(900)).Waits("bureau leader").DecidedTheSameAgain();
        Assert.That(it.State.Steps["section"].Status, Is.EqualTo(StepStatus.Skipped));
    }

    [Test]
    public void What_nothing_was_decided_on_is_corrected_and_nothing_else_moves()
    {
        var it = Lodged(Levels, form: Amount).Does("clerk", Of(9_000)).Does("clerk", Done("draft")).Does("head", Done("bureau"));
        it.Does("clerk", Correct("note", new TextValue("补注"))).Waits("pay clerk");
        it.Does("clerk", Of(9_000)).Waits("pay clerk");
    }

    [Test]
    public void A_row_that_was_worked_on_keeps_its_place_and_content()
    {
        var it = Listed("甲", "乙").Does("first-officer", Done("score[2]", "faulty"));
        it.Refused("clerk", List("乙"), "form.row_worked_on")
            .Refused("clerk", List("乙", "甲"), "form.row_worked_on")
            .Refused("clerk", List("新", "甲", "乙"), "form.row_worked_on")
            .Refused("clerk", List("甲", "丙"), "form.row_worked_on");
        it.Does("clerk", List("甲改", "乙", "丙")).Waits("score[1] officer, score[3] officer").DecidedTheSameAgain();
    }

    [Test]
    public void The_task_of_a_row_that_is_gone_goes_with_it()
    {
        var it = Listed("甲", "乙", "丙").Does("first-officer", Done("score[1]", "sound"));
        it.Does("clerk", List("甲", "乙")).Waits("score[2] officer");
        it.Does("clerk", List("甲", "乙", "丁")).Waits("score[2] officer, score[3] officer").DecidedTheSameAgain();
    }

    [Test]
    public void Behind_a_step_that_is_over_no_row_is_added()
    {
        var it = Listed("甲", "乙").Does("first-officer", Done("score[1]", "sound")).Does("first-officer", Done("score[2]", "faulty"));
        it.Waits("mend[2] lawyer").Refused("clerk", List("甲", "乙", "丙"), "form.row_worked_on");
        it.Does("legal-adviser", new Return("mend[2]", "score", "漏列一卷")).Does("clerk", List("甲", "乙", "丙"));
        it.Waits("score[1] officer, score[2] officer, score[3] officer").DecidedTheSameAgain();
    }

    [Test]
    public void Where_no_office_is_named_the_task_is_anothers_until_one_is()
    {
        const string Named = """
              - {step: draft, title: 起草, by: hall.clerk}
              - {step: handle, title: 承办, by: form.to.officer, if-nobody: hall.leader}
              - {step: decide, title: 决定, by: hall.leader, end: done}
            """;
        var it = Lodged(Named, form: "form: {to: {title: 承办单位, type: office}}").Does("clerk", Done("draft")).Waits("handle leader");
        it.Does("clerk", Correct("to", new TextValue("hall"))).Waits("handle officer");
        it.Does("first-officer", Done("handle")).Waits("decide leader").DecidedTheSameAgain();
    }

    private static OfficeCase Listed(params string[] names) =>
        Lodged(Rows, form: Files).Does("clerk", List(names)).Does("clerk", Done("begin"));

    private static CorrectForm Of(decimal amount) => Correct("amount", new NumberValue(amount));

    private static CorrectForm List(params string[] names) =>
        Correct(
            "files",
            new RowsValue([.. names.Select(n => ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue(n)))])
        );

    private static CorrectForm Correct(string field, FieldValue value) =>
        new(ImmutableSortedDictionary<string, FieldValue>.Empty.Add(field, value), "更正申请", "填写有误");
}
