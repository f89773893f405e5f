using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>An act for an office needs the post that day; what somebody had in hand who has left it is the post's again. The surveyor leaves after 31 March.</summary>
public sealed class LeftThePostTests
{
    private const string Leaver = "surveyor-who-leaves";
    private const string Stays = "surveyor-who-stays";

    private const string Steps = """
          - {step: draft, title: 起草, by: hall.clerk}
          - {step: check, title: 测绘, by: hall.surveyor}
          - joint: sign
            title: 会签
            participants: [{by: hall.surveyor, assign: round-robin}, hall.lawyer]
            decide: {agree: all, otherwise: object}
            limit: {for: 60 working days, basis: internal, escalate: [{to: hall.leader}]}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
        ends: {done: 办结}
        """;

    private static OfficeCase AtTheCheck() => Lodged(Steps, "2026-03-30").Does("clerk", Done("draft"));

    [Test]
    public void Whoever_a_task_was_handed_over_to_does_not_finish_it_after_leaving() =>
        AtTheCheck()
            .Does(Stays, new Transfer("check", Leaver, "出差"))
            .On("2026-04-01")
            .Refused(Leaver, Done("check"), "step.not_yours")
            .Refused(Leaver, new Transfer("check", Stays, "离任"), "step.not_yours")
            .Does(Stays, Done("check"))
            .Came("check", "done");

    [Test]
    public void Whoever_was_drawn_in_does_not_reply_after_leaving() =>
        AtTheCheck()
            .Does(Stays, new Entrust("check", Leaver, "请核"))
            .On("2026-04-01")
            .Refused(Leaver, new Reply("check", "核过", true), "side.none");

    [Test]
    public void What_a_leaver_had_claimed_a_colleague_claims_or_finishes()
    {
        AtTheCheck()
            .Does(Leaver, new Claim("check"))
            .Refused(Stays, new Claim("check"), "step.claimed")
            .On("2026-04-01")
            .Does(Stays, new Claim("check"))
            .Does(Stays, Done("check"));
        AtTheCheck().Does(Leaver, new Claim("check")).On("2026-04-01").Does(Stays, Done("check"));
    }

    [Test]
    public void A_colleague_who_claims_what_was_handed_to_a_leaver_has_it_in_the_inbox() =>
        AtTheCheck()
            .Does(Stays, new Transfer("check", Leaver, "出差"))
            .On("2026-04-01")
            .Does(Stays, new Claim("check"))
            .Waits("check surveyor");

    [Test]
    public void An_answer_that_was_given_to_a_leaver_is_the_posts_again()
    {
        var it = AtTheCheck().Does(Stays, Done("check"));
        Assert.That(it.State.Steps["sign"].Chosen.Single().Person, Is.EqualTo(Leaver));
        it.Refused(Stays, Votes("sign", "agree"), "step.claimed")
            .On("2026-04-01")
            .Refused(Leaver, Votes("sign", "agree"), "step.not_yours")
            .Does(Stays, Votes("sign", "agree"));
    }

    [Test]
    public void What_is_offered_agrees_with_what_is_accepted()
    {
        var it = AtTheCheck().Does(Leaver, new Claim("check")).On("2026-04-01");
        Assert.That(it.Offers(Stays).Single(o => o.Action == "claim").Allowed, Is.True);
        Assert.That(it.Offers(Leaver).Where(o => o.Allowed && o.Target == "check").Select(o => o.Action), Is.EqualTo(new[] { "release" }));
    }

    [Test]
    public void Whoever_has_left_takes_nothing_back() =>
        AtTheCheck()
            .Does(Leaver, Done("check"))
            .On("2026-04-01")
            .Refused(Leaver, new TakeBack("check"), "takeback.not_yours")
            .Waits("sign surveyor-who-leaves, sign lawyer");

    [Test]
    public void Whoever_has_left_takes_no_answer_back() =>
        AtTheCheck()
            .Does(Stays, Done("check"))
            .Does(Leaver, Votes("sign", "agree"))
            .On("2026-04-01")
            .Refused(Leaver, new TakeBack("sign"), "takeback.not_yours");

    [Test]
    public void A_deputy_whose_days_are_over_takes_nothing_back()
    {
        const string Officers = """
              - {step: check, title: 审查, by: hall.officer}
              - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
            ends: {done: 办结}
            """;
        Lodged(Officers, "2026-07-09")
            .Does("legal-adviser", "second-officer", Done("check"))
            .Refused("legal-adviser", new TakeBack("check"), "takeback.not_yours")
            .Does("legal-adviser", "second-officer", new TakeBack("check"));
        Lodged(Officers, "2026-07-09")
            .Does("legal-adviser", "second-officer", Done("check"))
            .On("2026-07-13")
            .Refused("legal-adviser", new TakeBack("check"), "takeback.not_yours")
            .Does("second-officer", new TakeBack("check"));
    }
}
