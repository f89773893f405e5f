using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>Signing together 共同签署: whoever is named confirms by an act of their own, in person and at work, before anything takes effect.</summary>
public sealed class CosigningTests
{
    private const string Check = """
          - {step: check, title: 检查, by: hall.officer, officers: 2}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Review = """
          - joint: review
            title: 会审
            participants: [{by: hall.officer, officers: 2}, hall.leader]
            close: all-answered
            decide: {pass: majority, otherwise: fail}
            outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: failed}}
        """;

    private static Complete Checked => Done("check") with { With = ["second-officer"] };

    private static Answer Passed => Votes("review", "pass") with { With = ["second-officer"] };

    [Test]
    public void Two_officers_act_by_two_entries_and_on_the_day_of_the_later()
    {
        var it = Lodged(Check)
            .Does("first-officer", Checked)
            .Waits("check second-officer")
            .On("2026-03-04")
            .Does("second-officer", new Reply("check", "属实"))
            .Waits("decide leader");
        var done = it.State.Steps["check"].Completed!;
        Assert.That(
            (done.By.ToString(), done.With.Single(), done.On),
            Is.EqualTo(("first-officer", "second-officer", new DateOnly(2026, 3, 4)))
        );
        Assert.That(it.Entries.Skip(1).Select(e => e.Stamp.Actor.ToString()), Is.EqualTo(new[] { "first-officer", "second-officer" }));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Who_is_only_named_has_acted_nowhere()
    {
        const string apart = """
              - {step: check, title: 检查, by: hall.officer}
              - {step: decide, title: 决定, by: hall.officer, not-by: [check], end: granted}
            """;
        var it = Lodged(apart).Does("first-officer", Checked).Waits("check second-officer");
        Assert.That(it.State.Steps["check"].Actors, Is.EqualTo(new[] { "first-officer" }));
        it.Does("first-officer", new RemoveSigner("check", "second-officer", "另有任务")).Does("second-officer", Done("decide"));
        Assert.That(it.Events.OfType<StepCompleted>().SelectMany(e => e.With), Is.Empty);
    }

    [TestCase("2026-07-01", "step.signer_away", Description = "on leave")]
    [TestCase("2026-06-30", null, Description = "still at work")]
    public void Who_is_away_cannot_be_named(string day, string? code) =>
        Assert.That(Lodged(Check, day).Try("first-officer", Checked)?.Code, Is.EqualTo(code));

    [Test]
    public void Nor_does_who_is_away_confirm_nor_anybody_for_them()
    {
        var it = Lodged(Check, "2026-06-30").Does("first-officer", Checked).On("2026-07-01");
        it.Refused("second-officer", new Reply("check", "属实"), "step.signer_away")
            .Refused("legal-adviser", "second-officer", new Reply("check", "属实"), "step.signer_in_person")
            .Refused("head", new Reply("check", "属实"), "side.none")
            .On("2026-07-13")
            .Does("second-officer", new Reply("check", "属实"))
            .Waits("decide leader");
    }

    [Test]
    public void What_the_second_does_not_confirm_has_no_effect() =>
        Lodged(Check)
            .Does("first-officer", Checked)
            .Does("second-officer", new Reply("check", "未到现场", Agrees: false))
            .Waits("check officer")
            .Refused("first-officer", Done("check"), "step.officers_missing")
            .Does("first-officer", Checked)
            .Does("second-officer", new Reply("check", "已复核"))
            .Waits("decide leader");

    [Test]
    public void Taking_the_second_off_leaves_an_outcome_of_one_which_is_none()
    {
        var it = Lodged(Check).Does("first-officer", Checked).Does("first-officer", new RemoveSigner("check", "second-officer", "出差"));
        it.Waits("check officer").Refused("first-officer", Done("check"), "step.officers_missing");
        Assert.That(it.Events.OfType<StepProposalReturned>().Single().Because, Is.EqualTo("step.officers_missing"));
    }

    [Test]
    public void Naming_oneself_makes_no_second() =>
        Lodged(Check).Refused("first-officer", Done("check") with { With = ["first-officer"] }, "step.officers_missing");

    [Test]
    public void An_answer_of_two_counts_once_the_second_has_confirmed_it()
    {
        var it = Lodged(Review).Does("first-officer", Passed).Does("head", Votes("review", "pass"));
        Assert.That(it.State.Steps["review"].Answers.Select(a => a.Participant), Is.EqualTo(new[] { "hall.leader" }));
        it.Waits("review officer, review second-officer").Does("second-officer", new Reply("review", "属实")).Ended("passed");
        Assert.That(it.Events.OfType<AnswerGiven>().Last().Given.With, Is.EqualTo(new[] { "second-officer" }));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void An_answer_that_the_second_does_not_confirm_is_given_anew()
    {
        var it = Lodged(Review)
            .Does("first-officer", Passed)
            .Does("second-officer", new Reply("review", "未到现场", Agrees: false))
            .Refused("second-officer", new Reply("review", "属实"), "side.none")
            .Does("first-officer", Passed with { Choice = "fail" })
            .Does("second-officer", new Reply("review", "属实"));
        Assert.That(it.State.Steps["review"].Answers.Single().Choice, Is.EqualTo("fail"));
    }

    [Test]
    public void An_answer_put_before_another_replaces_the_one_before()
    {
        var it = Lodged(Review)
            .Does("first-officer", Passed)
            .Does("second-officer", Passed with { With = ["first-officer"], Choice = "fail" });
        it.Refused("second-officer", new Reply("review", "属实"), "side.none").Does("first-officer", new Reply("review", "属实"));
        Assert.That(it.State.Steps["review"].Answers.Single().Choice, Is.EqualTo("fail"));
    }

    [Test]
    public void An_opinion_after_the_result_is_of_one()
    {
        const string late = """
              - joint: review
                title: 会审
                participants: [{by: hall.officer, officers: 2}, hall.leader, hall.clerk]
                decide: {pass: majority, otherwise: fail}
                outcomes: {pass: {title: 通过}, fail: {title: 不通过}}
              - {step: file, title: 归档, by: hall.clerk, end: passed}
            """;
        var it = Lodged(late).Does("head", Votes("review", "pass")).Does("clerk", Votes("review", "pass"));
        it.Refused("first-officer", Passed, "vote.opinion_signed_together").Does("first-officer", Votes("review", "fail"));
        Assert.That(it.State.Steps["review"].Answers.Last().Late, Is.True);
    }
}
