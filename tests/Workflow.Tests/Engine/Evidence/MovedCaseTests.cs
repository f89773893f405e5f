using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Evidence;

/// <summary>A case that was moved to another definition is explained from its first day on, whatever its steps and clocks were called then.</summary>
public sealed class MovedCaseTests
{
    private const string Before = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted]}}}
          - {step: look, title: {zh: 初看, en: First look}, by: hall.clerk, limit: {for: 3 working days, basis: internal}}
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 10 working days, not-counted: [鉴定], basis: internal}}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, marks: [decided], end: granted}}}
        """;

    // Without the first look, and the draft has another name and 8 days instead of 10.
    private static readonly string After = string.Join(
            '\n',
            Before.Split('\n').Where(l => !l.Contains("step: look", StringComparison.Ordinal))
        )
        .Replaced("step: draft", "step: prepare")
        .Replaced("10 working days", "8 working days");

    // From 2026-03-02, a Monday, 10 working days end on 03-16; with 03-05 and 03-06 left out on 03-18; 8 end on 03-16 then.
    [Test]
    public void A_clock_with_another_name_is_explained_from_its_start_with_its_pause()
    {
        var why = Moved().Why("prepare");
        Assert.Multiple(() =>
        {
            Assert.That((why.Clock.StartDay, why.Clock.DueOn), Is.EqualTo((Shelf.Day("2026-03-02"), Shelf.Day("2026-03-16"))));
            Assert.That(
                why.Changes.Select(c => c.Cause),
                Is.EqualTo(new[] { ChangeCause.Started, ChangeCause.Pause, ChangeCause.Migration, ChangeCause.Stopped })
            );
            Assert.That(
                why.Changes.Single(c => c.Cause == ChangeCause.Migration).Papers.Select(p => (p.Title.Zh, p.Title.En, p.Number)),
                Is.EqualTo(new[] { ("批复", default(string), default(string)) })
            );
            Assert.That(why.Pauses.Select(p => p.Entry), Is.EqualTo(new[] { why.Changes.Single(c => c.Cause == ChangeCause.Pause).Entry }));
            Assert.That(
                why.Days.Where(d => d.IsUsed).SelectMany(d => d.Held).Select(h => (h.Kind, h.Id, h.Step)).Distinct(),
                Is.EqualTo(new[] { (HolderKind.Office, "hall", "prepare") })
            );
        });
    }

    [Test]
    public void A_clock_whose_step_is_gone_is_explained_by_the_definition_of_its_time()
    {
        var why = Moved().Why("look");
        Assert.That(
            (why.Title.Zh, why.Title.En, why.Basis, why.Clock.Status, why.Changes.Select(c => c.Cause)),
            Is.EqualTo(("初看", "First look", "internal", ClockStatus.Stopped, new[] { ChangeCause.Started, ChangeCause.Stopped }))
        );
    }

    [Test]
    public void In_law_a_day_before_the_move_has_the_length_of_the_definition_of_its_time()
    {
        var it = Moved();
        DateOnly Due(string day) => it.Legal(day).Clocks.Single(c => c.Id == "prepare").DueOn;
        Assert.That(
            (Due("2026-03-09"), Due("2026-03-10"), it.Legal("2026-03-09").Held.Select(h => h.Step)),
            Is.EqualTo((Shelf.Day("2026-03-18"), Shelf.Day("2026-03-16"), new[] { "prepare" }))
        );
        Assert.That(it.Legal("2026-03-12").Clocks.Single(c => c.Id == "look").Status, Is.EqualTo(ClockStatus.Stopped));
    }

    private static OfficeCase Moved()
    {
        var (it, next) = Between(Before, After);
        it.Does("clerk", Done("receive"))
            .Does("clerk", Done("look"))
            .On("2026-03-04")
            .Does("first-officer", new PauseClock("draft", "鉴定", "通知1号", Shelf.Day("2026-03-06")));
        var move = new MigrateCase
        {
            To = next,
            Map = new MigrationMap { Steps = MigrationMap.None.Steps.Add("draft", "prepare") },
            Document = "批复",
            Reasons = "新版施行",
        };
        it.On("2026-03-10").Does("head", move).On("2026-03-11").Does("first-officer", Done("prepare"));
        it.DecidedTheSameAgain();
        return it;
    }
}
