using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>Taking back what was done in time never lets silence take effect: once the period is over, the act stands.</summary>
public sealed class LapsingTests
{
    private const string Steps = """
          - step: check
            title: 审查
            by: hall.officer
            limit: {for: 3 working days, basis: internal, on-expiry: agreed}
            outcomes: {done: {title: 提出意见}, agreed: {title: 逾期视为同意}}
          - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
        ends: {done: 办结}
        """;

    private const string Review = """
          - joint: sign
            title: 会签
            participants: [{by: hall.officer, limit: {for: 3 working days, basis: internal, on-expiry: agree}}, hall.lawyer]
            decide: {agree: all, otherwise: object}
            limit: {for: 60 working days, basis: internal, escalate: [{to: hall.leader}]}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
        ends: {done: 办结}
        """;

    [Test]
    public void An_outcome_in_time_is_taken_back_within_the_period_and_stands_after_it()
    {
        Lodged(Steps)
            .Does("first-officer", Done("check"))
            .On("2026-03-05")
            .Does("first-officer", new TakeBack("check"))
            .Waits("check officer");
        Lodged(Steps)
            .Does("first-officer", Done("check"))
            .On("2026-03-06")
            .Refused("first-officer", new TakeBack("check"), "takeback.period_ended")
            .Came("check", "done");
    }

    [Test]
    public void The_offer_says_so_before()
    {
        var it = Lodged(Steps).Does("first-officer", Done("check")).On("2026-03-06");
        Assert.That(
            it.Offers("first-officer").Single(o => o is { Action: "take-back", Target: "check" }).WhyNot!.Code,
            Is.EqualTo("takeback.period_ended")
        );
    }

    [Test]
    public void An_answer_in_time_stands_once_its_own_period_is_over()
    {
        Lodged(Review).Does("first-officer", Votes("sign", "agree")).On("2026-03-05").Does("first-officer", new TakeBack("sign"));
        Lodged(Review)
            .Does("first-officer", Votes("sign", "agree"))
            .On("2026-03-06")
            .Refused("first-officer", new TakeBack("sign"), "takeback.period_ended");
    }
}
