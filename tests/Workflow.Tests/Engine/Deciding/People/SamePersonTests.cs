using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>One person with two steps in a row.</summary>
public sealed class SamePersonTests
{
    private static string Steps(string check = "", string rest = "") =>
        $$$"""
              - {step: draft, title: 拟稿, by: hall.officer, assign: round-robin}
              - {step: check, title: 复核, by: hall.officer, assign: least-loaded, same-person: {passes: agree}{{{check}}}, outcomes: {agree: {title: 同意{{{rest}}} }, object: {title: 不同意, back: {to: draft, at-most: 1} } } }
              - {step: decide, title: 决定, by: hall.leader, same-person: {passes: done}, end: granted}
            """;

    [Test]
    public void The_rule_passes_it_in_their_name_and_names_the_earlier_act()
    {
        var it = Lodged(Steps(), "2026-07-01").Does("first-officer", Done("draft")).Waits("decide leader");
        var done = it.State.Steps["check"].Completed!;
        Assert.That(
            (done.By.ToString(), done.For, done.Outcome, done.Because),
            Is.EqualTo(("rule same-person", "first-officer", "agree", new SamePerson("draft", "拟稿", new DateOnly(2026, 7, 1))))
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void They_may_take_it_back_and_act_again() =>
        Lodged(Steps(), "2026-07-01")
            .Does("first-officer", Done("draft"))
            .Does("first-officer", new TakeBack("check"))
            .Waits("check officer")
            .Does("first-officer", Done("check", "object"))
            .DecidedTheSameAgain();

    [Test]
    public void Somebody_else_is_asked()
    {
        var it = Lodged(Steps()).Does("first-officer", Done("draft")).Waits("check officer");
        Assert.That(it.State.Steps["check"].ClaimedBy, Is.EqualTo("second-officer"));
    }

    [Test]
    public void Separation_is_never_passed() =>
        Lodged(Steps(", not-by: draft"), "2026-07-11").Does("first-officer", Done("draft")).Waits("check officer");

    [Test]
    public void A_deputy_has_not_acted_for_the_absent_one() =>
        Lodged(
                """
                  - {step: draft, title: 拟稿, by: hall.officer, not-by: look}
                  - {step: check, title: 复核, by: hall.officer, not-by: look, same-person: {passes: done}, end: granted}
                any-time: [{step: look, title: 预审, by: hall.officer}]
                """,
                "2026-07-01"
            )
            .Does("first-officer", Done("look"))
            .Does("legal-adviser", "second-officer", Done("draft"))
            .Waits("check officer");

    [Test]
    public void What_is_not_allowed_yet_waits_for_them() =>
        Lodged(Steps(rest: ", when: decide = done"), "2026-07-01").Does("first-officer", Done("draft")).Waits("check officer");
}
