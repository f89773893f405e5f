using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding;

/// <summary>Nothing takes effect before the day on which what it builds on did, whatever is done, and the refusal names that day. March 2026 has no holiday.</summary>
public sealed class EffectiveDayTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: law, title: 法审, by: hall.lawyer}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string InOrder = """
          - joint: review
            title: 会签
            participants: [hall.clerk, hall.officer, hall.leader]
            in-order: true
            limit: {for: 10 working days, on-expiry: object, basis: internal}
            decide: {agree: all, otherwise: object}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Beside = """
          - parallel: both
            title: 并行
            branches:
              a: [{step: draft, title: 拟稿, by: hall.officer}]
              b: [{step: law, title: 法审, by: hall.lawyer}]
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_step_before_it_became_possible() =>
        Drafting()
            .TooEarly("first-officer", Done("draft"), "2026-03-03", "2026-03-04")
            .Does("first-officer", Done("draft"), "2026-03-04", "传真");

    [Test]
    public void A_reply_before_the_request_and_before_the_outcome_that_is_signed()
    {
        Drafting()
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.Before))
            .On("2026-03-06")
            .TooEarly("legal-adviser", new Reply("draft", "同意"), "2026-03-04", "2026-03-05");
        var it = Drafting()
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
            .On("2026-03-06")
            .Does("first-officer", Done("draft"))
            .On("2026-03-09");
        it.TooEarly("legal-adviser", new Reply("draft", "同意"), "2026-03-05", "2026-03-06")
            .Does("legal-adviser", new Reply("draft", "同意"), "2026-03-06", "传真");
        Assert.That(it.State.Steps["draft"].Completed!.On, Is.EqualTo(new DateOnly(2026, 3, 6)));
        it.TooEarly("legal-adviser", Done("law"), "2026-03-05", "2026-03-06");
    }

    [Test]
    public void The_holder_before_the_signature_they_waited_for() =>
        Drafting()
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.Before))
            .On("2026-03-06")
            .Does("legal-adviser", new Reply("draft", "同意"))
            .On("2026-03-09")
            .TooEarly("first-officer", Done("draft"), "2026-03-05", "2026-03-06");

    [Test]
    public void An_answer_before_it_was_ones_turn() =>
        Lodged(InOrder)
            .On("2026-03-05")
            .Does("clerk", Votes("review", "agree"))
            .On("2026-03-06")
            .TooEarly("first-officer", Votes("review", "agree"), "2026-03-03", "2026-03-05")
            .Does("first-officer", Votes("review", "agree"), "2026-03-05", "传真");

    [Test]
    public void Branches_meet_on_the_day_of_the_later_one()
    {
        var it = Lodged(Beside)
            .On("2026-03-05")
            .Does("first-officer", Done("draft"))
            .On("2026-03-06")
            .Does("legal-adviser", Done("law"), "2026-03-03", "传真");
        Assert.That(
            (it.State.Steps["both"].Completed!.On, it.State.Steps["decide"].Since),
            Is.EqualTo((new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 5)))
        );
    }

    [Test]
    public void Terminating_cancelling_suspending_and_jumping_before_the_last_act()
    {
        var it = Reviewed();
        foreach (
            var command in new CaseCommand[]
            {
                new Terminate("灭失"),
                new CancelCase("重复"),
                new SuspendCase("通知", "等待"),
                new Jump("decide", "指示"),
            }
        )
            it.TooEarly("head", command, "2026-03-05", "2026-03-06");
        it.Does("head", new Terminate("灭失"), "2026-03-06", "传真").Ended("terminated");
    }

    [Test]
    public void Going_on_before_the_suspension() =>
        Reviewed()
            .Does("head", new SuspendCase("通知", "等待"))
            .On("2026-03-10")
            .TooEarly("head", new ResumeCase(), "2026-03-06", "2026-03-09");

    [Test]
    public void Taking_back_before_the_act() => Reviewed().TooEarly("first-officer", new TakeBack("draft"), "2026-03-05", "2026-03-06");

    [Test]
    public void Returning_before_what_runs_again() =>
        Reviewed().TooEarly("legal-adviser", new Return("law", "draft", "重拟"), "2026-03-05", "2026-03-06");

    [Test]
    public void Reopening_before_the_conclusion()
    {
        var it = Reviewed().Does("legal-adviser", Done("law")).Does("head", Done("decide")).Ended("granted").On("2026-03-11");
        it.TooEarly("head", new ReopenCase("draft", "判决1号", "重作"), "2026-03-06", "2026-03-09");
        it.Has("判决1号").Does("head", new ReopenCase("draft", "判决1号", "重作"), "2026-03-09", "传真");
    }

    private static OfficeCase Drafting() => Lodged(Steps).On("2026-03-04").Does("clerk", Done("receive")).On("2026-03-05");

    private static OfficeCase Reviewed() => Drafting().On("2026-03-06").Does("first-officer", Done("draft")).On("2026-03-09");
}
