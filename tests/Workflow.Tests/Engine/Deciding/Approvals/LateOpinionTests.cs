using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Approvals;

/// <summary>A veto outlives silence, and who comes after the result is heard all the same.</summary>
public sealed class LateOpinionTests
{
    private const string Steps = """
          - joint: review
            title: 会签
            participants: [hall.clerk, hall.officer, hall.lawyer, hall.leader]
            decide: {agree: majority, otherwise: object}
            veto: hall.lawyer
            limit: {for: 10 working days, on-expiry: object, basis: internal}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void Whoever_holds_a_veto_is_waited_for()
    {
        Agreed().Waits("review lawyer").Does("legal-adviser", Votes("review", "object")).Waits("decide leader").Came("review", "object");
        Agreed().Does("legal-adviser", Votes("review", "agree")).Came("review", "agree");
        Agreed().Does("legal-adviser", Votes("review", null)).Came("review", "agree");
    }

    [Test]
    public void What_is_answered_after_the_result_is_kept_and_not_counted()
    {
        var it = Vetoed()
            .Does("head", Votes("review", "agree") with { Opinion = "我仍同意。" })
            .Waits("decide leader")
            .Came("review", "object");
        Assert.That(
            it.State.Steps["review"].Answers.Where(a => a.Late == true).Select(a => (a.Participant, a.Choice, a.Opinion)),
            Is.EqualTo(new[] { ("hall.leader", "agree", "我仍同意。") })
        );
        it.Refused("head", Votes("review", "object"), "step.not_open").Does("head", Done("decide")).Ended("granted");
        it.DecidedTheSameAgain();
    }

    [Test]
    public void An_opinion_is_offered_to_whom_it_is_open_and_to_nobody_else()
    {
        Assert.That(
            Vetoed().Offers("head").Where(o => o is { Action: "answer", Allowed: true }).Select(o => o.Choice),
            Is.EquivalentTo(new[] { "agree", "object", null })
        );
        Assert.That(Vetoed().Offers("clerk").Where(o => o.Action == "answer"), Is.Empty);
    }

    [Test]
    public void After_silence_nothing_is_taken() =>
        Lodged(Steps).On("2026-03-17").Came("review", "object").Refused("head", Votes("review", "agree"), "clock.already_took_effect");

    [Test]
    public void Nor_once_the_case_is_concluded() =>
        Vetoed().Does("head", Done("decide")).Refused("head", Votes("review", "agree"), "case.wrong_stage");

    private static OfficeCase Agreed() =>
        Lodged(Steps)
            .Does("clerk", Votes("review", "agree"))
            .Does("first-officer", Votes("review", "agree"))
            .Does("head", Votes("review", "agree"));

    private static OfficeCase Vetoed() =>
        Lodged(Steps)
            .Does("clerk", Votes("review", "agree"))
            .Does("first-officer", Votes("review", "agree"))
            .Does("legal-adviser", Votes("review", "object"));
}
