using static Workflow.Tests.Support.OfficeCase;

namespace Workflow.Tests.People;

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
        Lodged(Steps, day).Refused("three", "two", Done("draft"), code);

    [Test]
    public void The_record_says_for_whom()
    {
        var it = Lodged(Steps, "2026-07-01").Does("three", "two", Done("draft"));
        Assert.That((it.State.Steps["draft"].Completed!.By, it.State.Steps["draft"].Completed!.For), Is.EqualTo(("three", "two")));
    }

    [Test]
    public void Nobody_names_themselves_deputy() => Lodged(Steps, "2026-07-01").Refused("one", "two", Done("draft"), "person.not_deputy");

    [Test]
    public void Separation_holds_for_the_absent_and_for_the_deputy() => Lodged(Steps, "2026-07-01")
        .Does("three", "two", Done("draft"))
        .Refused("two", Done("check"), "step.separation")
        .Refused("three", "two", Done("check"), "step.separation")
        .Does("one", Done("check"));
}
