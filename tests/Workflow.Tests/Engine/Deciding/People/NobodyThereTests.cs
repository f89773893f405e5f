using Workflow.Engine.Record.Events;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>A post of which nobody may act on the day its task opens.</summary>
public sealed class NobodyThereTests
{
    private static string Signing(string rest) =>
        $$"""
              - {step: receive, title: 收件, by: hall.clerk}
              - {step: sign, title: 签署, by: hall.officer, {{rest}}, end: granted}
            """;

    [Test]
    public void The_post_named_for_that_is_entitled_in_its_place()
    {
        var it = Lodged(Signing("not-by: receive, officers: 3, if-nobody: hall.bank")).Does("clerk", Done("receive")).Waits("sign officer");
        Assert.That(it.Events.OfType<StepUnattended>().Single(), Is.EqualTo(new StepUnattended("sign", "hall.officer", 2, null)));
        Lodged(Signing("officers: 3, if-nobody: hall.leader")).Does("clerk", Done("receive")).Waits("sign officer");
        var lone = Lodged(
                """
                  - {step: draft, title: 拟稿, by: hall.lawyer}
                  - {step: check, title: 复核, by: hall.lawyer, not-by: draft, if-nobody: hall.leader, assign: least-loaded, end: granted}
                """
            )
            .Does("legal-adviser", Done("draft"))
            .Waits("check leader");
        Assert.That(
            lone.Events.OfType<StepUnattended>().Single(),
            Is.EqualTo(new StepUnattended("check", "hall.lawyer", 1, "hall.leader"))
        );
        lone.Refused("legal-adviser", Done("check"), "step.not_yours").Does("head", Done("check")).Ended("granted").DecidedTheSameAgain();
    }

    [TestCase("qualified: 律师, assign: round-robin")]
    [TestCase("qualified: 律师, if-nobody: alert")]
    [TestCase("qualified: 律师, if-nobody: hall.leader")]
    public void Without_one_that_can_the_task_opens_and_the_event_says_so(string rest)
    {
        var it = Lodged(Signing(rest)).Does("clerk", Done("receive")).Waits("sign officer");
        Assert.That(it.Events.OfType<StepUnattended>().Single(), Is.EqualTo(new StepUnattended("sign", "hall.officer", 2, null)));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_step_that_says_nothing_asks_for_nobody() =>
        Assert.That(Lodged(Signing("qualified: 律师")).Does("clerk", Done("receive")).Events.OfType<StepUnattended>(), Is.Empty);
}
