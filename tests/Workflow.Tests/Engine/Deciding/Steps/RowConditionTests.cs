using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Foresight;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>A step that opens once per row asks each row whether it applies, where its condition speaks of the row.</summary>
public sealed class RowConditionTests
{
    private const string Form =
        "form: {files: {title: 案卷, type: rows, columns: {kind: {title: 类别, of: [许可, 处罚]}, pages: {title: 页数, type: number}}}}";

    private const string Steps = """
          - {step: begin, title: 开始, by: hall.clerk}
          - {step: score, title: 打分, by: hall.officer, for-each: form.files, asks: {lost: {title: 扣分, type: number}}, outcomes: {sound: {title: 无问题}, faulty: {title: 有问题}}}
          - {step: mend, title: 整改, by: hall.clerk, for-each: form.files, when: row.score = faulty, outcomes: {done: {title: 已整改}}}
          - {step: look, title: 复核, by: hall.lawyer, for-each: form.files, when: row.mend = done and row.score.lost > 5, outcomes: {fine: {title: 到位}, again: {title: 再改, back: {to: mend, at-most: 1, otherwise: fine}}}}
          - {step: decide, title: 决定, by: hall.leader, end: done}
        """;

    [Test]
    public void Only_rows_of_which_the_condition_holds_open()
    {
        var office = Scored((1, "sound", 0), (2, "faulty", 9), (3, "faulty", 2));
        office.Waits("mend[2] clerk, mend[3] clerk");
        Assert.That(office.State.Steps["mend[1]"].Status, Is.EqualTo(StepStatus.Skipped));
        office.Refused("clerk", Done("mend[1]"), "step.not_open");
        office.Does("clerk", Done("mend[2]")).Does("clerk", Done("mend[3]")).Waits("look[2] lawyer");
        office.Does("legal-adviser", Done("look[2]", "fine")).Does("head", Done("decide")).Ended("done");
        office.DecidedTheSameAgain();
    }

    [Test]
    public void Where_no_row_applies_the_step_is_skipped_as_a_whole()
    {
        var office = Scored((1, "sound", 0), (2, "sound", 0), (3, "sound", 0)).Waits("decide leader");
        Assert.That(new[] { "mend", "look" }.Select(key => office.State.Steps[key].Status), Is.All.EqualTo(StepStatus.Skipped));
        Assert.That(office.State.Steps.Keys, Has.None.StartsWith("mend["));
        office.Does("head", Done("decide")).Ended("done");
    }

    [Test]
    public void A_way_back_asks_the_rows_again()
    {
        var office = Scored((1, "sound", 0), (2, "faulty", 9), (3, "sound", 0))
            .Does("clerk", Done("mend[2]"))
            .Does("legal-adviser", Done("look[2]", "again"))
            .Waits("mend[2] clerk");
        office.Does("clerk", Done("mend[2]")).Does("legal-adviser", Done("look[2]", "again")).Waits("decide leader");
        Assert.That(office.State.Steps["look"].Outcome, Is.EqualTo("fine"), "the way back was used up");
        office.DecidedTheSameAgain();
    }

    [Test]
    public void A_way_back_of_its_own_rows_leaves_the_others_as_they_are()
    {
        var office = Begun(Steps.Replaced("otherwise: fine}", "otherwise: fine, rows: own}"));
        office
            .Does("first-officer", Score(1, "faulty", 9))
            .Does("first-officer", Score(2, "faulty", 9))
            .Does("first-officer", Score(3, "faulty", 2));
        foreach (var row in new[] { 1, 2, 3 })
            office.Does("clerk", Done($"mend[{row}]"));
        office.Does("legal-adviser", Done("look[1]", "fine")).Does("legal-adviser", Done("look[2]", "again")).Waits("mend[2] clerk");
        Assert.That(
            new[] { "mend[1]", "mend[3]", "look[1]" }.Select(key => (office.State.Steps[key].Status, office.State.Steps[key].Instance)),
            Is.All.EqualTo((StepStatus.Done, 1))
        );
        office
            .Does("clerk", Done("mend[2]"))
            .Waits("look[2] lawyer")
            .Does("legal-adviser", Done("look[2]", "fine"))
            .Does("head", Done("decide"))
            .Ended("done");
        Assert.That((office.State.Steps["look"].Outcome, office.State.Steps["look[2]"].Instance), Is.EqualTo(("fine", 2)));
        office.DecidedTheSameAgain();
    }

    [Test]
    public void A_row_that_is_taken_back_answers_anew()
    {
        var office = Scored((1, "sound", 0), (3, "sound", 0), (2, "faulty", 9)).Waits("mend[2] clerk");
        office.Does("first-officer", new TakeBack("score[2]")).Waits("score[2] officer");
        office.Does("first-officer", Score(2, "sound", 0)).Waits("decide leader");
        Assert.That(office.State.Steps["score"].Outcome, Is.EqualTo("sound"));
        office.DecidedTheSameAgain();
    }

    [Test]
    public void A_condition_may_look_at_the_columns_of_the_row()
    {
        var office = Begun(Steps.Replaced("when: row.score = faulty", "when: row.kind = 处罚 or row.pages > 100"));
        foreach (var row in new[] { 1, 2, 3 })
            office.Does("first-officer", Score(row, "sound", 0));
        office.Waits("mend[2] clerk, mend[3] clerk");
    }

    [Test]
    public void A_condition_that_speaks_of_no_row_is_asked_once_for_all()
    {
        var office = Begun(Steps.Replaced("when: row.score = faulty", "when: score = faulty"));
        office
            .Does("first-officer", Score(1, "faulty", 0))
            .Does("first-officer", Score(2, "sound", 0))
            .Does("first-officer", Score(3, "sound", 0))
            .Waits("mend[1] clerk, mend[2] clerk, mend[3] clerk");
    }

    [Test]
    public void What_would_come_is_told_of_the_rows_that_apply()
    {
        var office = Begun().Does("first-officer", Score(1, "sound", 0)).Does("first-officer", Score(2, "faulty", 0));
        var foreseen = office.Asks(
            (state, at, outside) => Foreseeing.Of(state, new Request("first-officer", Score(3, "faulty", 0)), at, outside)
        );
        Assert.That(foreseen.Opens.Select(o => o.Key), Is.EqualTo(new[] { "mend[2]", "mend[3]" }));
    }

    private const string Drawing = """
          - {draw: lots, title: 抽取, by: hall.officer, from: form.files, count: 2}
          - {step: score, title: 打分, by: hall.officer, for-each: lots, when: row.kind = 处罚}
          - {step: note, title: 备注, by: hall.clerk, for-each: lots, when: row.kind = 处罚}
          - {step: decide, title: 决定, by: hall.leader, end: done}
        """;

    [Test]
    public void A_row_that_comes_in_place_of_another_is_asked_too()
    {
        var office = Drawn(6, "处罚", "处罚", "处罚", "许可");
        var (drawn, open) = (office.State.Steps["lots"].Drawn, office.Inbox);
        office.Does("head", Recuse(drawn[0]));
        var come = office.State.Steps["lots"].Drawn[0];
        Assert.That(office.State.Steps[$"score[{come}]"].Status, Is.EqualTo(come == 4 ? StepStatus.Skipped : StepStatus.Open), open);
        office.DecidedTheSameAgain();
    }

    [Test]
    public void Where_all_that_applied_have_stepped_back_the_step_is_over_and_has_no_outcome()
    {
        // Rows 1 and 2 are 处罚 and the rest are not: in some draw both rows step back for two that do not apply.
        for (var seed = 1; seed <= 40; seed++)
        {
            var office = Drawn(seed, "处罚", "处罚", "许可", "许可", "许可", "许可");
            var applying = office.State.Steps["lots"].Drawn.Where(row => row <= 2).ToArray();
            if (applying.Length == 0)
                continue;
            office.Does("head", Recuse(applying));
            if (office.State.Steps["lots"].Drawn.Any(row => row <= 2))
                continue;
            office.Waits("decide leader");
            Assert.That(
                (office.State.Steps["score"].Outcome, office.State.Steps["note"].Status),
                Is.EqualTo(((string?)null, StepStatus.Skipped))
            );
            office.Does("head", Done("decide")).Ended("done");
            office.DecidedTheSameAgain();
            return;
        }

        Assert.Fail("Expected a draw in which both rows step back for two that do not apply.");
    }

    [Test]
    public void Nobody_steps_back_once_a_step_that_asks_the_rows_is_over()
    {
        var office = Drawn(1, "许可", "许可", "许可", "许可").Waits("decide leader");
        office.Refused("head", Recuse(office.State.Steps["lots"].Drawn[0]), "lots.over");
    }

    [Test]
    public void Before_a_sealed_draw_nobody_is_told_what_stands_in_the_rows()
    {
        var office = Begun(Drawing, "许可", "许可", "许可").Does("first-officer", new SealLots("lots"));
        var foreseen = office.Asks((state, at, outside) => Foreseeing.Of(state, new Request("first-officer", Done("lots")), at, outside));
        Assert.That(foreseen.Opens.Select(o => o.Key), Is.EqualTo(new[] { "score" }));
    }

    // Each number of drawn seeds before gives other lots: simulated seeds are taken one after another.
    private static OfficeCase Drawn(int seeds, params string[] kinds)
    {
        var office = Begun(Drawing, kinds);
        for (var seed = 1; seed < seeds; seed++)
            office
                .Does("first-officer", new SealLots("lots"))
                .Does("first-officer", Files([.. kinds, .. Enumerable.Repeat("许可", seed % 2 + 1)]))
                .Does("first-officer", new SealLots("lots"))
                .Does("first-officer", Files(kinds));
        return office.Does("first-officer", new SealLots("lots")).Does("first-officer", Done("lots"));
    }

    private static OfficeCase Begun(string steps = Steps, params string[] kinds)
    {
        var office = Lodged(steps, form: Form).Does("first-officer", Files(kinds.Length == 0 ? ["许可", "处罚", "许可"] : kinds));
        return steps.Contains("begin", StringComparison.Ordinal) ? office.Does("clerk", Done("begin")) : office;
    }

    private static OfficeCase Scored(params (int Row, string Outcome, int Lost)[] scores) =>
        scores.Aggregate(Begun(), (office, s) => office.Does("first-officer", Score(s.Row, s.Outcome, s.Lost)));

    private static Complete Score(int row, string outcome, int lost) =>
        Done($"score[{row}]", outcome) with
        {
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("lost", new NumberValue(lost)),
        };

    // The third file has more than a hundred pages.
    private static CorrectForm Files(params string[] kinds) =>
        new(
            ImmutableSortedDictionary<string, FieldValue>.Empty.Add(
                "files",
                new RowsValue([
                    .. kinds.Select(
                        (kind, i) =>
                            ImmutableSortedDictionary<string, FieldValue>
                                .Empty.Add("kind", new TextValue(kind))
                                .Add("pages", new NumberValue(i == 2 ? 120 : 30))
                    ),
                ])
            ),
            "清单",
            "更新"
        );

    private static Redraw Recuse(params int[] rows) =>
        new("lots", [.. rows.Select(r => new Recusal(r, "与承办人有亲属关系"))], "回避决定1号");
}
