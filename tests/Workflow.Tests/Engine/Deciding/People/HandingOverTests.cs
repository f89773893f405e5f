using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Transfer 转办, delegation 委派, consultation 征求意见, copies 抄送, urging 催办 and supervision 督办.</summary>
public sealed class HandingOverTests
{
    private const string Draft = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_task_handed_over_is_the_colleagues_alone() =>
        Lodged(Draft)
            .Does("first-officer", new Claim("draft"))
            .Refused("second-officer", new Transfer("draft", "legal-adviser", "忙"), "step.not_yours")
            .Does("first-officer", new Transfer("draft", "legal-adviser", "休假"))
            .Waits("draft legal-adviser")
            .Refused("first-officer", Done("draft"), "step.not_yours")
            .Does("legal-adviser", Done("draft"))
            .Waits("decide leader");

    [Test]
    public void A_leader_hands_over_what_somebody_who_left_had_claimed() =>
        Lodged(Draft)
            .Does("first-officer", new Claim("draft"))
            .Does("head", new Transfer("draft", "second-officer", "调离"))
            .Waits("draft second-officer")
            .Does("second-officer", Done("draft"));

    [Test]
    public void A_task_is_not_handed_to_another_office_nor_to_oneself() =>
        Lodged(Draft)
            .Refused("first-officer", new Transfer("draft", "inspector", "请办"), "transfer.other_office")
            .Refused("first-officer", new Transfer("draft", "nobody", "请办"), "person.unknown")
            .Refused("first-officer", new Transfer("draft", "second-officer", " "), "step.reasons_missing")
            .Refused("citizen", new Transfer("draft", "second-officer", "请办"), "step.not_yours");

    [Test]
    public void A_participants_vote_is_handed_over_and_counted_once()
    {
        var it = Lodged(
                """
                  - joint: review
                    title: 会审
                    participants: [hall.clerk, hall.leader]
                    decide: {pass: all, otherwise: fail}
                    outcomes: {pass: {title: 通过, end: granted}, fail: {title: 不通过, end: refused}}
                """
            )
            .Does("clerk", new Transfer("review", "legal-adviser", "休假"))
            .Waits("review legal-adviser, review leader");
        it.Refused("clerk", Votes("review", "pass"), "step.not_yours")
            .Does("legal-adviser", Votes("review", "pass"))
            .Does("head", Votes("review", "pass"))
            .Ended("granted");
        Assert.That(
            it.State.Steps["review"].Answers.Select(a => (a.Participant, a.By.ToString())),
            Is.EqualTo(new[] { ("hall.clerk", "legal-adviser"), ("hall.leader", "head") })
        );
    }

    [Test]
    public void Work_that_was_delegated_comes_back() =>
        Lodged(Draft)
            .Does("first-officer", new Entrust("draft", "legal-adviser", "请先核实"))
            .Waits("draft legal-adviser")
            .Refused("first-officer", Done("draft"), "step.signer_waits")
            .Refused("first-officer", new Entrust("draft", "second-officer"), "step.signer_waits")
            .Refused("legal-adviser", Done("draft"), "step.not_yours")
            .Does("legal-adviser", new Reply("draft", "核实无误"))
            .Waits("draft officer")
            .Does("first-officer", Done("draft"));

    [Test]
    public void Delegated_work_is_taken_back_by_the_one_who_gave_it() =>
        Lodged(Draft)
            .Does("first-officer", new Entrust("draft", "legal-adviser"))
            .Refused("second-officer", new Recall("draft", 1), "side.not_yours")
            .Does("first-officer", new Recall("draft", 1))
            .Refused("legal-adviser", new Reply("draft", "已核实"), "side.none")
            .Does("first-officer", Done("draft"));

    [Test]
    public void Nothing_waits_for_a_consultation() =>
        Lodged(Draft)
            .Does("first-officer", new Consult("draft", "是否涉及文物", Office: "hall", Role: "lawyer"))
            .Waits("draft officer, draft lawyer")
            .Does("first-officer", Done("draft"))
            .Waits("decide leader")
            .Refused("legal-adviser", new Reply("draft", "不涉及"), "step.not_open");

    [Test]
    public void An_opinion_is_kept_word_for_word()
    {
        var it = Lodged(Draft)
            .Does("first-officer", new Consult("draft", "是否涉及文物", "legal-adviser"))
            .Does("legal-adviser", new Reply("draft", "不涉及。"));
        Assert.That(
            it.State.Steps["draft"].Sides.Single().Reply,
            Is.EqualTo(new SideReply("legal-adviser", true, "不涉及。", new DateOnly(2026, 3, 2)))
        );
    }

    [Test]
    public void A_copy_changes_nothing_but_who_is_informed()
    {
        var it = Lodged(Draft);
        var before = it.State;
        it.Does("first-officer", new SendCopy(["inspector"]))
            .Refused("citizen", new SendCopy(["inspector"]), "case.not_yours")
            .Refused("first-officer", new SendCopy([]), "copy.people");
        Assert.That(it.State.Informed, Is.EqualTo(new[] { "inspector" }));
        Assert.That(it.State.Steps, Is.EqualTo(before.Steps));
    }

    [Test]
    public void The_same_person_urges_once_a_day()
    {
        var it = Lodged(Draft)
            .Does("citizen", new Urge("请尽快", "draft"))
            .Refused("citizen", new Urge("再催", "draft"), "urge.again")
            .Does("inspector", new Urge("请尽快", "draft"));
        it.On("2026-03-03").Does("citizen", new Urge("再催", "draft"));
        Assert.That(it.State.Urgings.Select(u => u.By), Is.EqualTo(new[] { "citizen", "inspector", "citizen" }));
        Assert.That(
            it.State.Urgings.SelectMany(u => u.To).Select(t => t.Key),
            Is.EqualTo(new[] { "hall.officer", "hall.officer", "hall.officer" })
        );
    }

    [Test]
    public void Only_the_supervision_office_supervises()
    {
        var it = Lodged(Draft)
            .Refused("head", new Supervise("三日内报告"), "case.not_yours")
            .Refused("inspector", new Supervise("三日内报告", null, new DateOnly(2026, 3, 1)), "supervise.past")
            .Does("inspector", new Supervise("三日内报告", "draft", new DateOnly(2026, 3, 5)))
            .Waits("draft officer");
        Assert.That(
            it.State.Supervision,
            Is.EqualTo(new[] { new Supervised("inspector", "三日内报告", "draft", new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 2)) })
        );
    }
}
