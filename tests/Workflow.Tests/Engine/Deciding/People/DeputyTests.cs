using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Deputies for an absence: on its days, in the name of the absent, and under the same separation.</summary>
public sealed class DeputyTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.officer, not-by: [draft]}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [TestCase("2026-06-30", "person.not_deputy")]
    [TestCase("2026-07-11", "person.not_deputy")]
    public void A_deputy_acts_on_the_days_of_the_absence_alone(string day, string code) =>
        Lodged(Steps, day).Refused("legal-adviser", "second-officer", Done("draft"), code);

    [TestCase("2026-09-08", null, Description = "for the post that decides")]
    [TestCase("2026-09-15", "step.not_yours", Description = "for another post")]
    [TestCase("2026-09-22", null, Description = "in this process")]
    [TestCase("2026-09-29", "person.not_deputy", Description = "in another process")]
    public void A_deputy_for_a_part_acts_in_that_part_alone(string day, string? code)
    {
        var it = Lodged(Steps, day).Does("first-officer", Done("draft")).Does("second-officer", Done("check"));
        if (code is null)
            it.Does("legal-adviser", "head", Done("decide")).Ended("granted");
        else
            it.Refused("legal-adviser", "head", Done("decide"), code);
    }

    [Test]
    public void What_is_the_absent_persons_own_is_not_that_of_a_deputy_for_a_post()
    {
        const string own = """
              - {step: draft, title: 拟稿, by: hall.officer}
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            """;
        var consulted = new Consult("draft", "可否？", "head");
        Lodged(own, "2026-09-08").Does("first-officer", consulted).Refused("legal-adviser", "head", new Reply("draft", "可"), "side.none");
        Lodged(own, "2026-09-22").Does("first-officer", consulted).Does("legal-adviser", "head", new Reply("draft", "可"));
    }

    [Test]
    public void A_task_goes_to_a_post_whose_only_deputy_stands_in_for_it()
    {
        const string steps = "  - {step: decide, title: 决定, by: hall.leader, if-nobody: alert, end: granted}";
        Assert.That(Lodged(steps, "2026-09-08").Events.OfType<StepUnattended>(), Is.Empty);
        Assert.That(Lodged(steps, "2026-09-15").Events.OfType<StepUnattended>().Single().Post, Is.EqualTo("hall.leader"));
        Assert.That(Lodged(steps, "2026-09-29").Events.OfType<StepUnattended>().Single().Post, Is.EqualTo("hall.leader"));
    }

    [Test]
    public void The_record_says_for_whom()
    {
        var it = Lodged(Steps, "2026-07-01").Does("legal-adviser", "second-officer", Done("draft"));
        Assert.That(
            (it.State.Steps["draft"].Completed!.By.ToString(), it.State.Steps["draft"].Completed!.For),
            Is.EqualTo(("legal-adviser", "second-officer"))
        );
    }

    [Test]
    public void Nobody_names_themselves_deputy() =>
        Lodged(Steps, "2026-07-01").Refused("first-officer", "second-officer", Done("draft"), "person.not_deputy");

    [Test]
    public void Separation_holds_for_the_absent_and_for_the_deputy() =>
        Lodged(Steps, "2026-07-01")
            .Does("legal-adviser", "second-officer", Done("draft"))
            .Refused("second-officer", Done("check"), "step.separation")
            .Refused("legal-adviser", "second-officer", Done("check"), "step.separation")
            .Does("first-officer", Done("check"));
}
