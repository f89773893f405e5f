using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>Two applicants: neither shuts the other out, and one whom only the other names does not end the case for both.</summary>
public sealed class SharedRolesTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: supplement, title: 补正, by: applicant}
          - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
        any-time:
          - {step: withdrawal, title: 撤回申请, by: applicant, end: withdrawn}
        ends: {done: 办结, withdrawn: 撤回}
        """;

    [Test]
    public void A_claim_of_one_applicant_does_not_keep_the_other_from_the_step()
    {
        var it = Both().Does("clerk", Done("receive")).Does("builder", new Claim("supplement"));
        Assert.That(
            CaseRows
                .Inbox(it.Process, it.State)
                .Where(r => CaseRows.WaitsFor(r, new PersonFact("citizen", "市民", [], []), _ => null))
                .Select(r => r.Step),
            Is.EqualTo(new[] { "supplement" })
        );
        it.Does("citizen", Done("supplement")).Waits("decide leader");
    }

    [Test]
    public void A_claim_in_an_office_still_keeps_a_colleague_from_the_step() =>
        Lodged("  - {step: check, title: 审查, by: hall.officer, end: done}\nends: {done: 办结}")
            .Does("first-officer", new Claim("check"))
            .Refused("second-officer", Done("check"), "step.claimed");

    [Test]
    public void Whom_only_the_other_applicant_names_does_not_withdraw_for_both() =>
        Both()
            .Does("clerk", Done("receive"))
            .Refused("builder", Done("withdrawal"), "party.ends_for_others")
            .Does("builder", new Comment("在此"))
            .Refused("builder", Done("withdrawal"), "party.ends_for_others")
            .Does("citizen", Done("withdrawal"))
            .Ended("withdrawn");

    [Test]
    public void Whom_the_office_confirms_withdraws()
    {
        var it = Both().Does("clerk", Done("receive")).Does("builder", new ConfirmParty("builder"));
        Assert.That(it.Offers("builder").Single(o => o.Target == "withdrawal").Allowed, Is.False);
        it.Refused("builder", Done("withdrawal"), "party.ends_for_others")
            .Does("clerk", new ConfirmParty("builder") { Reasons = "已核对" })
            .Refused("clerk", new ConfirmParty("builder"), "party.confirmed")
            .Refused("clerk", new UnconfirmParty("builder", "同名"), "party.not_confirmed")
            .Does("builder", Done("withdrawal"))
            .Ended("withdrawn")
            .DecidedTheSameAgain();
    }

    // Named together at the window, nobody is more than the other until the office has seen what both signed.
    [Test]
    public void Of_two_whom_the_window_named_together_one_withdraws_for_both_once_the_office_has_confirmed_it()
    {
        var it = Naming(Steps, "clerk", new PartyEntry("applicant", "citizen", "市民"), new PartyEntry("applicant", "builder", "建筑商"))
            .Does("clerk", Done("receive"));
        var refusal = it.Refused("citizen", Done("withdrawal"), "party.ends_for_equals").Try("citizen", Done("withdrawal"))!;
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said(
                    "多名当事人共同申请，市民一人不得在“撤回申请”为全体终结案件。",
                    "请全体当事人书面委托其中一人，由牵头机构核对委托后确认该当事人。"
                )
            )
        );
        Assert.That(it.Offers("builder").Single(o => o.Target == "withdrawal").Allowed, Is.False);
        it.Refused("builder", Done("withdrawal"), "party.ends_for_equals")
            .Does("clerk", new ConfirmParty("citizen") { Reasons = "已核对共同委托书" })
            .Does("citizen", Done("withdrawal"))
            .Ended("withdrawn")
            .DecidedTheSameAgain();
    }

    [Test]
    public void Who_is_the_only_applicant_withdraws() =>
        Lodged(Steps).Does("clerk", Done("receive")).Does("citizen", Done("withdrawal")).Ended("withdrawn");

    [Test]
    public void The_sentence_says_who_may_end_it()
    {
        var refusal = Both().Does("clerk", Done("receive")).Try("builder", Done("withdrawal"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "builder is a party only by another party's word and their own, and may not end the case for the others at '撤回申请'.",
                    "Let whoever lodged the case do it, or have the leading office confirm them as a party."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said(
                    "builder仅由其他当事人指明，牵头机构尚未确认，不得在“撤回申请”为其他当事人终结案件。",
                    "请由提出申请的当事人办理，或者请牵头机构确认其为当事人。"
                )
            )
        );
    }

    private static OfficeCase Both() =>
        Naming(Steps, "citizen", new PartyEntry("applicant", "citizen", "市民"), new PartyEntry("applicant", "builder", "建筑商"));
}
