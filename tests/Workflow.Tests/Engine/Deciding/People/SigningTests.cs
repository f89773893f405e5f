using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Signers added at run time 加签, and taken off 减签.</summary>
public sealed class SigningTests
{
    private const string Draft = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Vote = """
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer, hall.leader]
            decide: {pass: majority, otherwise: fail}
            outcomes: {pass: {title: 通过, end: granted}, fail: {title: 不通过, end: refused}}
        """;

    [Test]
    public void A_signer_before_the_holder_speaks_first() =>
        Lodged(Draft)
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.Before, "请审合法性"))
            .Waits("draft legal-adviser")
            .Refused("first-officer", Done("draft"), "step.signer_waits")
            .Refused("second-officer", new Reply("draft", "我看可以"), "side.none")
            .Does("legal-adviser", new Reply("draft", "无意见"))
            .Waits("draft officer")
            .Does("first-officer", Done("draft"))
            .Waits("decide leader");

    [Test]
    public void The_outcome_waits_for_the_signer_after_the_holder()
    {
        var it = Lodged(Draft)
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
            .Waits("draft officer")
            .Does("first-officer", Done("draft"))
            .Waits("draft legal-adviser");
        it.Refused("second-officer", Done("draft"), "step.proposed")
            .On("2026-03-04")
            .Does("legal-adviser", new Reply("draft", "同意"))
            .Waits("decide leader");
        var done = it.State.Steps["draft"].Completed!;
        Assert.That((done.By.ToString(), done.On), Is.EqualTo(("first-officer", new DateOnly(2026, 3, 4))));
    }

    [Test]
    public void What_the_signer_after_does_not_agree_to_goes_back_to_the_holder_and_is_signed_anew() =>
        Lodged(Draft)
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
            .Does("first-officer", Done("draft"))
            .Does("legal-adviser", new Reply("draft", "依据不足", Agrees: false))
            .Waits("draft officer")
            .Does("first-officer", Done("draft"))
            .Waits("draft legal-adviser")
            .Does("legal-adviser", new Reply("draft", "同意"))
            .Waits("decide leader");

    [Test]
    public void Taking_the_last_signer_off_lets_a_waiting_outcome_pass() =>
        Lodged(Draft)
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
            .Does("first-officer", Done("draft"))
            .Refused("second-officer", new RemoveSigner("draft", "legal-adviser", "出差"), "side.not_yours")
            .Does("first-officer", new RemoveSigner("draft", "legal-adviser", "出差"))
            .Waits("decide leader");

    [Test]
    public void A_signer_beside_the_holder_signs_in_any_order() =>
        Lodged(Draft)
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.Beside))
            .Waits("draft officer, draft legal-adviser")
            .Refused("first-officer", Done("draft"), "step.signer_waits")
            .Does("legal-adviser", new Reply("draft", "已阅"))
            .Does("first-officer", Done("draft"))
            .Waits("decide leader");

    [Test]
    public void A_signer_added_during_a_vote_is_one_more_on_the_roll() =>
        Lodged(Vote)
            .Does("clerk", Votes("review", "pass"))
            .Does("first-officer", new AddSigner("review", "legal-adviser", SignerPlace.Beside))
            .Does("first-officer", Votes("review", "pass"))
            .Waits("review leader, review legal-adviser")
            .Does("legal-adviser", Votes("review", "pass"))
            .Ended("granted");

    [Test]
    public void Taking_a_signer_off_counts_the_votes_again() =>
        Lodged(Vote)
            .Does("clerk", Votes("review", "pass"))
            .Does("first-officer", new AddSigner("review", "legal-adviser", SignerPlace.Beside))
            .Does("first-officer", Votes("review", "pass"))
            .Does("first-officer", new RemoveSigner("review", "legal-adviser", "回避"))
            .Ended("granted");

    [Test]
    public void A_vote_that_was_cast_is_not_taken_off() =>
        Lodged(Vote)
            .Does("first-officer", new AddSigner("review", "legal-adviser", SignerPlace.Beside))
            .Does("legal-adviser", Votes("review", "fail"))
            .Refused("first-officer", new RemoveSigner("review", "legal-adviser", "意见不合"), "signer.none");

    [TestCase("legal-adviser", "first-officer", "person.already_there", TestName = "A_signer_is_not_the_one_who_adds_it")]
    [TestCase("legal-adviser", "citizen", "person.no_officer", TestName = "A_signer_holds_a_post")]
    [TestCase("legal-adviser", "nobody", "person.unknown", TestName = "A_signer_is_known_to_the_register")]
    public void A_signer_is_somebody_else_who_may(string other, string person, string code) =>
        Lodged(Draft)
            .Does("first-officer", new AddSigner("draft", other, SignerPlace.Before))
            .Refused("first-officer", new AddSigner("draft", person, SignerPlace.Beside), code);

    [Test]
    public void Separation_holds_for_signers_too() =>
        Lodged(
                """
                  - {step: draft, title: 拟稿, by: hall.officer}
                  - {step: check, title: 复核, by: hall.leader, not-by: [draft]}
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.Beside))
            .Does("legal-adviser", new Reply("draft", "已阅"))
            .Does("second-officer", Done("draft"))
            .Refused("head", new AddSigner("check", "legal-adviser", SignerPlace.Beside), "step.separation")
            .Refused("head", new AddSigner("check", "second-officer", SignerPlace.Before), "step.separation")
            .Does("head", new AddSigner("check", "first-officer", SignerPlace.Before));
}
