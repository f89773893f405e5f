using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Approvals;

/// <summary>One natural person has one voice in a joint review. In July three, the lawyer, stands in for two, an officer.</summary>
public sealed class OneVoiceTests
{
    private static string Review(string rest = "") =>
        $$$"""
              - {joint: review, title: 会审, participants: [hall.officer, hall.lawyer, hall.leader], decide: {pass: 2, otherwise: fail}{{{rest}}}, outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: failed} } }
            """;

    [Test]
    public void Who_stands_in_for_another_has_no_second_voice() =>
        Lodged(Review(), "2026-07-01")
            .Does("legal-adviser", Votes("review", "pass", "hall.lawyer"))
            .Refused("legal-adviser", "second-officer", Votes("review", "pass", "hall.officer"), "vote.same_person")
            .Does("first-officer", Votes("review", "pass"))
            .Ended("passed");

    [Test]
    public void Nor_has_who_answered_in_anothers_name_one_of_their_own()
    {
        var it = Lodged(Review(), "2026-07-01").Does("legal-adviser", "second-officer", Votes("review", "pass", "hall.officer"));
        var refusal = it.Try("legal-adviser", Votes("review", "pass"))!;
        Assert.That(
            refusal.English.Sentence,
            Is.EqualTo("Each person has one voice at '会审'; legal-adviser has used it for an officer of 大厅.")
        );
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo("“会审”每人只有一票，legal-adviser已代表大厅·经办人答复。"));
        Assert.That(it.State.Steps["review"].Answers.Single().For, Is.EqualTo("second-officer"));
        it.Does("head", Votes("review", "pass")).Ended("passed").DecidedTheSameAgain();
    }

    [Test]
    public void Nor_is_a_task_handed_to_who_has_signed_anothers_answer()
    {
        const string Panel = """
              - joint: review
                title: 会审
                participants: [hall.clerk, {by: hall.officer, officers: 2}, hall.leader]
                close: all-answered
                decide: {pass: majority, otherwise: fail}
                outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: failed}}
            """;
        var it = Lodged(Panel)
            .Does("first-officer", Votes("review", "pass") with { With = ["second-officer"] })
            .Does("second-officer", new Reply("review", "属实"));
        var refusal = it.Try("clerk", new Transfer("review", "second-officer", "交接"))!;
        Assert.That(
            (refusal.Code, refusal.Chinese.Sentence),
            Is.EqualTo(("person.answers_already", "second-officer已在“会审”答复，每人只有一票。"))
        );
        it.Refused("clerk", new AddSigner("review", "second-officer", SignerPlace.Beside), "person.answers_already");
    }

    [Test]
    public void A_definition_may_count_posts_instead() =>
        Lodged(Review(", voices: one-per-post"), "2026-07-01")
            .Does("legal-adviser", Votes("review", "pass", "hall.lawyer"))
            .Does("legal-adviser", "second-officer", Votes("review", "pass", "hall.officer"))
            .Ended("passed");
}
