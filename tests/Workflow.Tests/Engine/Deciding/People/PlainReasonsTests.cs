using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Whoever is refused hears the true reason, and nobody is offered what has no effect.</summary>
public sealed class PlainReasonsTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: check, title: 审查, by: hall.officer}
          - joint: review
            title: 会签
            participants: [hall.officer, hall.lawyer]
            decide: {agree: all, otherwise: object}
            limit: {for: 20 working days, basis: internal, escalate: [{to: hall.leader}]}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: decide, title: 签发, by: hall.leader, end: done}
        """;

    [Test]
    public void Whoever_has_answered_hears_that()
    {
        var it = AtTheReview()
            .Does("first-officer", Votes("review", "agree"))
            .Refused("first-officer", Votes("review", "agree"), "vote.answered");
        var refusal = it.Try("second-officer", Votes("review", "object"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(new Said("The answer of an officer of 大厅 at '会签' has been given.", "Take it back first if it is to be changed."))
        );
        Assert.That(refusal.Chinese, Is.EqualTo(new Said("“会签”中大厅·经办人已经答复。", "需要更改的，请先拿回答复，再重新答复。")));
        it.Does("first-officer", new TakeBack("review")).Does("second-officer", Votes("review", "object"));
    }

    [Test]
    public void After_a_return_the_step_says_that_the_case_was_sent_back()
    {
        var refusal = AtTheReview().Does("legal-adviser", new Return("review", "receive", "重来")).Try("first-officer", Done("check"))!;
        Assert.That(
            (refusal.Code, refusal.English),
            Is.EqualTo(
                (
                    "step.not_open",
                    new Said("'审查' is not open: the case was sent back behind it.", "Wait until the steps before it are finished again.")
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("“审查”未在办理中：案件已退回到其前的环节重新办理。", "前面的环节办结后再办理。"))
        );
    }

    [Test]
    public void Nobody_urges_themselves()
    {
        var it = Lodged(Steps)
            .Refused("clerk", new Urge("请快", "receive"), "urge.oneself")
            .Does("citizen", new Urge("请快", "receive"))
            .Does("clerk", Done("receive"))
            .Does("first-officer", new Claim("check"))
            .Refused("first-officer", new Urge("请快", "check"), "urge.oneself")
            .Does("second-officer", new Urge("请快", "check"));
        Assert.That(
            it.Try("first-officer", new Urge("请快", "check"))!.English.WayOut,
            Is.EqualTo("Act there, or hand the task over to a colleague.")
        );
    }

    [Test]
    public void Nobody_hands_a_task_over_to_themselves() =>
        Lodged(Steps)
            .Does("clerk", Done("receive"))
            .Refused("first-officer", new Transfer("check", "first-officer", "出差"), "person.already_there")
            .Does("first-officer", new Transfer("check", "second-officer", "出差"));

    [Test]
    public void Over_the_word_of_a_signer_before_the_holder_goes_on_only_with_reasons()
    {
        var it = Lodged(Steps)
            .Does("clerk", Done("receive"))
            .Does("first-officer", new AddSigner("check", "legal-adviser", SignerPlace.Before))
            .Does("legal-adviser", new Reply("check", "依据不足", Agrees: false))
            .Refused("first-officer", Done("check"), "step.reasons_missing");
        it.Does("first-officer", Done("check") with { Reasons = "已补充依据" }).Waits("review officer, review lawyer");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_signer_who_agrees_after_all_stands_in_nobody_s_way() =>
        Lodged(Steps)
            .Does("clerk", Done("receive"))
            .Does("first-officer", new AddSigner("check", "legal-adviser", SignerPlace.Before))
            .Does("legal-adviser", new Reply("check", "依据不足", Agrees: false))
            .Does("first-officer", new AddSigner("check", "legal-adviser", SignerPlace.Before))
            .Does("legal-adviser", new Reply("check", "同意"))
            .Does("first-officer", Done("check"));

    [Test]
    public void One_person_joins_in_a_role_once() =>
        Lodged(Steps)
            .Does("first-officer", new AddParty("applicant", "builder", "建筑商", "查明"))
            .Refused("first-officer", new AddParty("applicant", "builder", "另一名称", "查明"), "party.already");

    private static OfficeCase AtTheReview() =>
        Lodged(Steps).Does("clerk", Done("receive")).Does("first-officer", Done("check")).Waits("review officer, review lawyer");
}
