using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>Taking back one's own act until the next has acted 拿回.</summary>
public sealed class TakingBackTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer, limit: 5 working days, issues: [note], marks: [drafted]}
          - {step: decide, title: 决定, by: hall.leader, limit: 3 working days, end: granted}
        """;

    private const string Documents = "documents: {note: {title: 拟办单, number: 拟〔<year>〕<serial>号}}";

    [Test]
    public void An_outcome_is_taken_back_until_the_next_has_acted()
    {
        var it = Lodged(Steps, form: Documents).Does("first-officer", Done("draft")).Waits("decide leader");
        it.On("2026-03-03")
            .Refused("second-officer", new TakeBack("draft"), "takeback.not_yours")
            .Does("first-officer", new TakeBack("draft"))
            .Waits("draft officer");
        Assert.That(it.State.Documents.Single().Void, Is.EqualTo(PutAside.TakenBack));
        Assert.That(it.State.Moments, Is.Empty);
        Assert.That((it.State.Steps["draft"].Instance, it.State.Steps["draft"].ClaimedBy), Is.EqualTo((1, "first-officer")));
        it.Does("first-officer", Done("draft")).Waits("decide leader");
        Assert.That(it.State.Documents[^1].Issued.Number, Is.EqualTo("拟〔2026〕2号"));
    }

    [Test]
    public void The_steps_own_limit_runs_on_from_its_first_day()
    {
        var it = Lodged(Steps, form: Documents)
            .Does("first-officer", Done("draft"))
            .On("2026-03-04")
            .Does("first-officer", new TakeBack("draft"));
        Assert.That(
            (it.State.Clocks["draft"].Status, it.State.Clocks["draft"].DueOn),
            Is.EqualTo((ClockStatus.Running, new DateOnly(2026, 3, 9)))
        );
        Assert.That(it.State.Clocks["decide"].Status, Is.EqualTo(ClockStatus.Stopped));
    }

    [Test]
    public void With_a_row_the_step_as_a_whole_is_taken_back_and_comes_to_an_end_again()
    {
        const string Rows = """
              - {step: begin, title: 开始, by: hall.clerk}
              - {step: score, title: 打分, by: hall.officer, for-each: form.files, outcomes: {sound: {title: 无问题}, faulty: {title: 有问题}}}
              - {step: tell, title: 通知, by: hall.clerk, when: score = faulty}
              - {step: decide, title: 决定, by: hall.leader, end: done}
            """;
        var files = new RowsValue([
            .. Enumerable.Repeat(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue("卷")), 2),
        ]);
        var it = Lodged(Rows, form: "form: {files: {title: 案卷, type: rows, columns: {name: {title: 名称, type: text}}}}")
            .Does("first-officer", new CorrectForm(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("files", files), "清单", "更新"))
            .Does("clerk", Done("begin"));
        it.Does("first-officer", Done("score[1]", "sound")).Does("first-officer", Done("score[2]", "faulty")).Waits("tell clerk");
        it.Does("first-officer", new TakeBack("score[2]")).Waits("score[2] officer");
        it.Does("first-officer", Done("score[2]", "sound")).Waits("decide leader");
        Assert.That((it.State.Steps["score"].Outcome, it.State.Steps["score"].Instance), Is.EqualTo(("sound", 2)));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Nothing_is_taken_back_once_the_next_has_claimed() =>
        Lodged(Steps, form: Documents)
            .Does("first-officer", Done("draft"))
            .Does("head", new Claim("decide"))
            .Refused("first-officer", new TakeBack("draft"), "takeback.acted");

    [Test]
    public void An_outcome_that_ended_the_case_is_not_taken_back() =>
        Lodged(Steps, form: Documents)
            .Does("first-officer", Done("draft"))
            .Does("head", Done("decide"))
            .Refused("head", new TakeBack("decide"), "case.wrong_stage");

    [Test]
    public void A_vote_is_taken_back_while_the_review_is_open() =>
        Lodged(
                """
                  - joint: review
                    title: 会审
                    participants: [hall.clerk, hall.officer, hall.leader]
                    decide: {pass: all, otherwise: fail}
                    close: all-answered
                    outcomes: {pass: {title: 通过, end: granted}, fail: {title: 不通过, end: refused}}
                """
            )
            .Does("first-officer", Votes("review", "fail"))
            .Refused("second-officer", new TakeBack("review"), "takeback.nothing")
            .Does("first-officer", new TakeBack("review"))
            .Waits("review clerk, review officer, review leader")
            .Does("clerk", Votes("review", "pass"))
            .Does("first-officer", Votes("review", "pass"))
            .Does("head", Votes("review", "pass"))
            .Ended("granted");

    private const string Noticed = """
          - step: acceptance
            title: 受理审查
            by: hall.clerk
            outcomes:
              accept: {title: 受理}
              supplement: {title: 补正, at-most: 1, issues: note, steps: [{step: supplement, title: 提交补正材料, by: applicant, marks: supplemented}], back: acceptance}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_notice_is_taken_back_until_the_applicant_has_acted()
    {
        var it = Lodged(Noticed, form: Documents).Does("clerk", Done("acceptance", "supplement")).Waits("supplement citizen");
        it.Does("clerk", new TakeBack("acceptance")).Waits("acceptance clerk");
        Assert.That(it.State.Documents.Single().Void, Is.EqualTo(PutAside.TakenBack));
        it.Does("clerk", Done("acceptance", "supplement")).Does("citizen", Done("supplement")).Waits("acceptance clerk");
        Assert.That(
            it.Try("clerk", new TakeBack("acceptance"))!.Code,
            Is.EqualTo("takeback.nothing"),
            "it has gone back, and the run before is history"
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_notice_stands_once_the_applicant_has_taken_it_up() =>
        Lodged(Noticed, form: Documents)
            .Does("clerk", Done("acceptance", "supplement"))
            .Does("citizen", new Claim("supplement"))
            .Refused("clerk", new TakeBack("acceptance"), "takeback.acted");

    private const string Headed = """
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer]
            decide: {by: hall.leader}
            outcomes: {pass: 通过, fail: 不通过}
          - {step: archive, title: 归档, by: hall.clerk, end: granted}
        """;

    [Test]
    public void A_heads_decision_is_taken_back_and_the_answers_stand()
    {
        var it = Lodged(Headed)
            .Does("clerk", Votes("review", "pass"))
            .Does("first-officer", Votes("review", "fail"))
            .Does("head", Done("review", "pass"))
            .Waits("archive clerk");
        it.Does("head", new TakeBack("review")).Waits("review leader");
        Assert.That(it.State.Steps["review"].Answers.Select(a => a.Choice), Is.EqualTo(new[] { "pass", "fail" }));
        it.Does("head", Done("review", "fail")).Waits("archive clerk").DecidedTheSameAgain();
    }

    [Test]
    public void The_result_of_a_vote_is_nobodys_to_take_back()
    {
        var it = Lodged(Headed.Replaced("decide: {by: hall.leader}", "decide: {pass: all, otherwise: fail}"))
            .Does("clerk", Votes("review", "pass"))
            .Does("first-officer", Votes("review", "pass"));
        var refusal = it.Try("first-officer", new TakeBack("review"))!;
        Assert.That(
            (refusal.Code, refusal.English, refusal.Chinese),
            Is.EqualTo(
                (
                    "takeback.not_yours",
                    new Said(
                        "The result of '会审' follows from all answers, and no one person may take it back.",
                        "Ask whoever acted, or return the case."
                    ),
                    new Said("“会审”的结果由各方答复共同形成，任何一人不能单独拿回。", "可以请办理人拿回，或者退回。")
                )
            )
        );
    }
}
