using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Migration;

/// <summary>The dry run of a move: what moves, which dates change, and everything that stands in the way. Blocks and joint reviews among it.</summary>
public sealed class PreviewTests
{
    private const string Before = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted]}}}
          - {step: old-check, title: 旧核验, by: hall.clerk}
          - parallel: both
            title: 并联
            branches:
              law:
                - {step: law, title: 法审, by: hall.lawyer}
              work:
                - joint: review
                  title: 会审
                  participants: [hall.clerk, hall.officer, hall.leader]
                  decide: {pass: 3, otherwise: fail}
                  outcomes: {pass: {title: 通过}, fail: {title: 不通过}}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, marks: [decided], end: granted}}}
        """;

    private const string Clock =
        "clocks: {decision: {title: 决定期限, for: 20 working days, from: accepted, until: decided, basis: internal}}";

    [Test]
    public void It_tells_what_becomes_of_steps_and_clocks_and_writes_nothing()
    {
        var next = Before.Replaced("  - {step: old-check, title: 旧核验, by: hall.clerk}\n", "").Replaced("step: law", "step: legal");
        var (it, to) = Reviewing(next, Clock.Replaced("20", "15"));
        var (before, report) = (it.State, Preview(it, to, "law", "legal"));
        Assert.That(report.Obstacles, Is.Empty);
        Assert.That(
            report.Steps.Select(s => $"{s.Key}>{s.Becomes} {s.Fate}"),
            Is.EqualTo(
                new[] { "old-check> History", "receive>receive Stays", "both>both Stays", "law>legal Renamed", "review>review Stays" }
            )
        );
        Assert.That(
            report.Clocks.Single(),
            Is.EqualTo(
                new ClockMove(
                    "decision",
                    "decision",
                    new DateOnly(2026, 3, 30),
                    new DateOnly(2026, 3, 23),
                    new DateOnly(2026, 3, 2),
                    ClockFate.Rederived
                )
            )
        );
        Assert.That(it.State, Is.SameAs(before));
        it.Does("head", Move(to, "law", "legal"));
        Assert.That((it.State.Definition, it.State.Clocks["decision"].DueOn), Is.EqualTo((to, new DateOnly(2026, 3, 23))));
        it.Does("legal-adviser", Done("legal"))
            .Does("first-officer", Votes("review", "pass"))
            .Does("head", Votes("review", "pass"))
            .Waits("decide leader")
            .DecidedTheSameAgain();
    }

    [Test]
    public void It_names_everything_that_stands_in_the_way_at_once()
    {
        var next = Before
            .Replaced("step: law", "step: legal")
            .Replaced("[hall.clerk, hall.officer, hall.leader]", "[hall.officer, hall.leader, hall.lawyer]");
        var (it, to) = Reviewing(next, Clock.Replaced("decision", "other"));
        Assert.That(
            Preview(it, to).Obstacles.Select(o => o.Code),
            Is.EquivalentTo(new[] { "migrate.step_gone", "migrate.participant_gone", "migrate.clock_gone" })
        );
    }

    [Test]
    public void A_smaller_roll_may_make_the_result_certain()
    {
        var next = Before.Replaced("[hall.clerk, hall.officer, hall.leader]", "[hall.clerk, hall.officer]").Replaced("pass: 3", "pass: 2");
        var (it, to) = Reviewing(next, Clock);
        it.Does("first-officer", Votes("review", "pass")).Does("head", Move(to));
        Assert.That(it.State.Steps["review"].Outcome, Is.EqualTo("pass"));
        it.Waits("law lawyer");
    }

    [Test]
    public void Work_that_stands_in_a_block_that_is_not_open_there_cannot_move()
    {
        var next = """
              - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted]}}}
              - {step: old-check, title: 旧核验, by: hall.clerk, outcomes: {done: {title: 是, steps: [{step: law, title: 法审, by: hall.lawyer}]}, bad: {title: 否}}}
              - joint: review
                title: 会审
                participants: [hall.clerk, hall.officer, hall.leader]
                decide: {pass: 3, otherwise: fail}
                outcomes: {pass: {title: 通过}, fail: {title: 不通过}}
              - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, marks: [decided], end: granted}}}
            """;
        var (it, to) = Reviewing(next, Clock);
        Assert.That(Preview(it, to).Obstacles.Select(o => o.Code), Is.EquivalentTo(new[] { "migrate.step_gone", "migrate.place" }));
    }

    [Test]
    public void A_holder_who_is_not_entitled_there_releases_first()
    {
        var (it, to) = Reviewing(Before.Replaced("by: hall.lawyer", "by: hall.officer"), Clock);
        it.Does("legal-adviser", new Claim("law"))
            .Refused("head", Move(to), "migrate.claimed")
            .Does("legal-adviser", new Release("law"))
            .Does("head", Move(to));
        Assert.That(it.Inbox, Does.Contain("law officer"));
    }

    // Received, and the clerk has voted: law and review are open side by side.
    private static (OfficeCase Case, string To) Reviewing(string next, string nextForm)
    {
        var (it, to) = Between(Before, next, Clock, nextForm);
        return (
            it.Does("clerk", Done("receive")).Does("clerk", Done("old-check")).Does("clerk", Votes("review", "pass")).On("2026-03-10"),
            to
        );
    }

    private static MigrationReport Preview(OfficeCase it, string to, string? from = null, string? becomes = null) =>
        it.Asks((state, at, outside) => MigrationPreview.Of(state, new Request("head", Move(to, from, becomes)), at, outside));

    private static MigrateCase Move(string to, string? from = null, string? becomes = null) =>
        new()
        {
            To = to,
            Document = "批复3号",
            Reasons = "新法施行",
            Map = from is null
                ? MigrationMap.None
                : new MigrationMap { Steps = ImmutableSortedDictionary<string, string>.Empty.Add(from, becomes!) },
        };
}
