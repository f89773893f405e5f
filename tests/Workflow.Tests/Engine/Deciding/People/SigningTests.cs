using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.OfficeCase;

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
    public void A_signer_before_the_holder_speaks_first() => Lodged(Draft)
        .Does("one", new AddSigner("draft", "three", SignerPlace.Before, "请审合法性"))
        .Waits("draft three")
        .Refused("one", Done("draft"), "step.signer_waits")
        .Refused("two", new Reply("draft", "我看可以"), "side.none")
        .Does("three", new Reply("draft", "无意见"))
        .Waits("draft officer")
        .Does("one", Done("draft"))
        .Waits("decide leader");

    [Test]
    public void The_outcome_waits_for_the_signer_after_the_holder()
    {
        var it = Lodged(Draft).Does("one", new AddSigner("draft", "three", SignerPlace.After)).Waits("draft officer").Does("one", Done("draft")).Waits("draft three");
        it.Refused("two", Done("draft"), "step.proposed").On("2026-03-04").Does("three", new Reply("draft", "同意")).Waits("decide leader");
        var done = it.State.Steps["draft"].Completed!;
        Assert.That((done.By, done.On), Is.EqualTo(("one", new DateOnly(2026, 3, 4))));
    }

    [Test]
    public void What_the_signer_after_does_not_agree_to_goes_back_to_the_holder_and_is_signed_anew() => Lodged(Draft)
        .Does("one", new AddSigner("draft", "three", SignerPlace.After))
        .Does("one", Done("draft"))
        .Does("three", new Reply("draft", "依据不足", Agrees: false))
        .Waits("draft officer")
        .Does("one", Done("draft"))
        .Waits("draft three")
        .Does("three", new Reply("draft", "同意"))
        .Waits("decide leader");

    [Test]
    public void Taking_the_last_signer_off_lets_a_waiting_outcome_pass() => Lodged(Draft)
        .Does("one", new AddSigner("draft", "three", SignerPlace.After))
        .Does("one", Done("draft"))
        .Refused("two", new RemoveSigner("draft", "three", "出差"), "side.not_yours")
        .Does("one", new RemoveSigner("draft", "three", "出差"))
        .Waits("decide leader");

    [Test]
    public void A_signer_beside_the_holder_signs_in_any_order() => Lodged(Draft)
        .Does("one", new AddSigner("draft", "three", SignerPlace.Beside))
        .Waits("draft officer, draft three")
        .Refused("one", Done("draft"), "step.signer_waits")
        .Does("three", new Reply("draft", "已阅"))
        .Does("one", Done("draft"))
        .Waits("decide leader");

    [Test]
    public void A_signer_added_during_a_vote_is_one_more_on_the_roll() => Lodged(Vote)
        .Does("clerk", Votes("review", "pass"))
        .Does("one", new AddSigner("review", "three", SignerPlace.Beside))
        .Does("one", Votes("review", "pass"))
        .Waits("review leader, review three")
        .Does("three", Votes("review", "pass"))
        .Ended("granted");

    [Test]
    public void Taking_a_signer_off_counts_the_votes_again() => Lodged(Vote)
        .Does("clerk", Votes("review", "pass"))
        .Does("one", new AddSigner("review", "three", SignerPlace.Beside))
        .Does("one", Votes("review", "pass"))
        .Does("one", new RemoveSigner("review", "three", "回避"))
        .Ended("granted");

    [Test]
    public void A_vote_that_was_cast_is_not_taken_off() => Lodged(Vote)
        .Does("one", new AddSigner("review", "three", SignerPlace.Beside))
        .Does("three", Votes("review", "fail"))
        .Refused("one", new RemoveSigner("review", "three", "意见不合"), "signer.none");

    [TestCase("three", "one", "person.already_there", TestName = "A_signer_is_not_the_one_who_adds_it")]
    [TestCase("three", "citizen", "person.no_officer", TestName = "A_signer_holds_a_post")]
    [TestCase("three", "nobody", "person.unknown", TestName = "A_signer_is_known_to_the_register")]
    public void A_signer_is_somebody_else_who_may(string other, string person, string code) => Lodged(Draft)
        .Does("one", new AddSigner("draft", other, SignerPlace.Before))
        .Refused("one", new AddSigner("draft", person, SignerPlace.Beside), code);

    [Test]
    public void Separation_holds_for_signers_too() => Lodged("""
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.leader, not-by: [draft]}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """)
        .Does("one", new AddSigner("draft", "three", SignerPlace.Beside))
        .Does("three", new Reply("draft", "已阅"))
        .Does("two", Done("draft"))
        .Refused("head", new AddSigner("check", "three", SignerPlace.Beside), "step.separation")
        .Refused("head", new AddSigner("check", "two", SignerPlace.Before), "step.separation")
        .Does("head", new AddSigner("check", "one", SignerPlace.Before));
}
