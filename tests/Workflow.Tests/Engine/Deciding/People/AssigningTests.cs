using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Rules that give a post's task to one person. The hall has the officers first-officer and second-officer; the second is away from 2026-07-01 to 2026-07-10, with legal-adviser as deputy.</summary>
public sealed class AssigningTests
{
    private const string Least = "  - {step: draft, title: 拟稿, by: hall.officer, assign: least-loaded, marks: drafted}";

    private const string InTurn = "  - {step: draft, title: 拟稿, by: hall.officer, assign: round-robin, marks: drafted}";

    private const string Return = """
          - {step: draft, title: 拟稿, by: hall.officer, assign: round-robin}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, end: granted}, redo: {title: 重拟, back: {to: draft, at-most: 2}}}}
        """;

    private const string Apart = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.officer, not-by: draft, assign: least-loaded}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void The_least_loaded_gets_it_and_among_equals_who_was_longest_without()
    {
        var office = new OfficeCases(Least);
        string[] cases = [office.Lodge(), office.Lodge(), office.Lodge()];
        Assert.That(
            cases.Select(c => office.Holder(c, "draft")),
            Is.EqualTo(new[] { "first-officer LeastLoaded", "second-officer LeastLoaded", "first-officer LeastLoaded" })
        );
        office.Does(cases[0], "first-officer", Done("draft")).Does(cases[2], "first-officer", Done("draft"));
        Assert.That(
            new[] { office.Lodge(), office.Lodge(), office.Lodge() }.Select(c => office.Holder(c, "draft")),
            Is.EqualTo(new[] { "first-officer LeastLoaded", "second-officer LeastLoaded", "first-officer LeastLoaded" })
        );
    }

    [Test]
    public void What_somebody_claimed_counts_as_what_they_have_in_hand()
    {
        var office = new OfficeCases(
            """
              - {step: look, title: 预审, by: hall.officer}
              - {step: draft, title: 拟稿, by: hall.officer, assign: least-loaded}
            """
        );
        var (held, next) = (office.Lodge(), office.Lodge());
        office.Does(held, "first-officer", new Claim("look")).Does(next, "second-officer", Done("look"));
        Assert.That(office.Holder(next, "draft"), Is.EqualTo("second-officer LeastLoaded"));
    }

    [Test]
    public void In_turn_it_goes_round_whatever_they_have_in_hand()
    {
        var office = new OfficeCases(InTurn);
        var first = office.Lodge();
        office.Does(first, "first-officer", Done("draft"));
        Assert.That(
            new[] { office.Lodge(), office.Lodge(), office.Lodge() }.Select(c => office.Holder(c, "draft")),
            Is.EqualTo(new[] { "second-officer RoundRobin", "first-officer RoundRobin", "second-officer RoundRobin" })
        );
    }

    [Test]
    public void The_absent_get_nothing()
    {
        var office = new OfficeCases(InTurn, "2026-07-01");
        Assert.That(
            new[] { office.Lodge(), office.Lodge() }.Select(c => office.Holder(c, "draft")),
            Is.EqualTo(new[] { "first-officer RoundRobin", "first-officer RoundRobin" })
        );
        Assert.That(
            office.Step(office.On("2026-07-11").Lodge(), "draft").Assigned,
            Is.EqualTo(new StepAssigned("draft", "second-officer", AssignedBy.RoundRobin, new Post("hall", "officer"), 2, 3))
        );
    }

    [Test]
    public void Who_has_it_holds_it_as_by_claim_and_can_give_it_to_the_post() =>
        Lodged(Return)
            .Refused("second-officer", Done("draft"), "step.claimed")
            .Refused("second-officer", new Release("draft"), "step.not_claimed")
            .Does("first-officer", new Release("draft"))
            .Does("second-officer", Done("draft"))
            .DecidedTheSameAgain();

    [Test]
    public void A_run_again_goes_to_who_had_the_run_before()
    {
        var it = Lodged(Return).Does("first-officer", Done("draft")).Does("head", Done("decide", "redo"));
        Assert.That(
            it.State.Steps["draft"].Assigned,
            Is.EqualTo(new StepAssigned("draft", "first-officer", AssignedBy.HeldBefore, new Post("hall", "officer"), 2, 2))
        );
        it.Does("first-officer", new Transfer("draft", "second-officer", "休假"))
            .Does("second-officer", new Claim("draft"))
            .Does("second-officer", Done("draft"))
            .Does("head", Done("decide", "redo"));
        Assert.That(it.State.Steps["draft"].ClaimedBy, Is.EqualTo("second-officer"));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Who_is_barred_by_separation_is_no_candidate()
    {
        var it = Lodged(Apart).Does("first-officer", Done("draft"));
        Assert.That((it.State.Steps["check"].ClaimedBy, it.State.Steps["check"].Assigned!.Candidates), Is.EqualTo(("second-officer", 1)));
        it.Does("second-officer", Done("check")).DecidedTheSameAgain();
    }

    [Test]
    public void Where_only_an_absent_one_with_a_deputy_is_left_the_post_has_it()
    {
        var it = Lodged(Apart, "2026-07-01").Does("first-officer", Done("draft"));
        Assert.That((it.State.Steps["check"].ClaimedBy, it.Events.OfType<StepUnattended>().Count()), Is.EqualTo(((string?)null, 0)));
        it.Does("legal-adviser", "second-officer", Done("check")).DecidedTheSameAgain();
    }

    [Test]
    public void Each_row_of_a_table_finds_somebody_with_those_before_it_counted()
    {
        var rows = """
              - {step: fill, title: 受理, by: hall.clerk}
              - {parallel: all, branches: {a: [{step: a1, title: 甲, by: hall.officer, assign: least-loaded}], b: [{step: b1, title: 乙, by: hall.officer, assign: least-loaded}], c: [{step: c1, title: 丙, by: hall.officer, assign: round-robin}]}}
            """;
        var it = Lodged(rows).Does("clerk", Done("fill"));
        Assert.That(
            new[] { "a1", "b1", "c1" }.Select(k => it.State.Steps[k].ClaimedBy),
            Is.EqualTo(new[] { "first-officer", "second-officer", "first-officer" })
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_definition_that_asks_for_nobody_gets_no_facts_of_posts()
    {
        var it = Lodged("  - {step: draft, title: 拟稿, by: hall.officer}").Does("first-officer", Done("draft"));
        Assert.That(it.Stored, Has.None.Contains("\"posts\":[{\"post\"").And.None.Contains("holders"));
    }
}
