using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Evidence;

/// <summary>The legal view of a day, against the recorded one where nothing was recorded late, and by hand where something was.</summary>
public sealed class LegalViewTests
{
    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void Where_nothing_was_recorded_late_the_law_sees_what_the_screens_showed(Scenario scenario)
    {
        var door = ShippedStories.Played(scenario).Door;
        foreach (var entries in door.Cases.Select(n => door.Entries(n)))
        {
            var zone = Told.CalendarOf(entries[0]);
            if (entries.Any(e => IsLate(e, zone)) || entries.Select(e => e.Stamp.Facts.Calendar).Distinct().Count() > 1)
                continue;
            foreach (var day in entries.Select(e => zone.DayOf(e.Stamp.RecordedAt)).Distinct())
            {
                var state = entries
                    .TakeWhile(e => zone.DayOf(e.Stamp.RecordedAt) <= day)
                    .Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
                var view = LegalView.Of(ShippedStories.World.Bound(entries[0].Definition), entries, Told.CalendarOf(entries[^1]), day);
                // The period of a step that opens later may run in law already, because it counts from an earlier moment such as service.
                Assert.That(
                    view.Clocks.Where(c => state.Clocks.ContainsKey(c.Id) || c.Step is null || state.Steps.ContainsKey(c.Step))
                        .Select(Words),
                    Is.EqualTo(state.Clocks.Values.Select(Words)),
                    $"{day:O}"
                );
                Assert.That(
                    view.Moments.Select(m => $"{m.Key} {m.Value:O}"),
                    Is.EqualTo(state.Moments.Select(m => $"{m.Key} {m.Value.Day:O}")),
                    $"{day:O}"
                );
            }
        }
    }

    // The test, which began with the acceptance of 03-06, took until Tuesday 03-10; the officer recorded that on Friday. 20 working days:
    // 03-11..13 (3) | 16..20 (8) | 23..27 (13) | 30 31 04-01..03 (18) | 07 (04-06 is 清明) 08.
    [Test]
    public void A_fact_recorded_late_is_in_the_legal_view_of_its_day_and_not_on_the_screen()
    {
        var entries = Late();
        var (day, zone) = (Shelf.Day("2026-03-11"), Shelf.Calendar);
        var screen = entries
            .TakeWhile(e => zone.DayOf(e.Stamp.RecordedAt) <= day)
            .Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
        var view = View(entries, "2026-03-11");
        Assert.Multiple(() =>
        {
            Assert.That(Words(screen.Clocks["total"]), Is.EqualTo("total Running paused 20"));
            Assert.That(view.Clocks.Where(c => c.Id == "total").Select(Words), Is.EqualTo(new[] { "total Running 2026-04-08" }));
            Assert.That(view.Held, Is.EqualTo(new[] { Holder.Nobody }), "tested, and the next task not yet open");
        });
    }

    [Test]
    public void Before_the_pause_had_ended_the_legal_view_is_paused_too() =>
        Assert.That(
            View(Late(), "2026-03-09").Clocks.Where(c => c.Id == "total").Select(Words),
            Is.EqualTo(new[] { "total Running paused 20" })
        );

    [Test]
    public void Before_the_case_there_is_nothing()
    {
        var view = View(Late(), "2026-03-01");
        Assert.That((view.Clocks.Length, view.Moments.Count), Is.EqualTo((0, 0)));
    }

    // An outcome by silence, and a day that a form tells, hold from a day before they were recorded too.
    private static bool IsLate(LedgerEntry entry, WorkCalendar zone)
    {
        var recorded = zone.DayOf(entry.Stamp.RecordedAt);
        return entry.Command is ExpireClock
            ? entry.Events.Any(e => e is ClockExpired { Outcome: not null })
            : entry.Stamp.EffectiveOn != recorded || entry.Events.Any(e => e is MomentMarked m && m.Day != recorded);
    }

    private const string Steps = """
          - {step: acceptance, title: 受理, by: hall.clerk, marks: accepted}
          - {step: test, title: 检测, by: hall.officer, ground: 检测}
          - {step: decide, title: 签发, by: hall.leader, marks: decided, end: done}
        """;

    private const string Total =
        "clocks: {total: {title: 总期限, for: 20 working days, from: accepted, until: decided, not-counted: [检测], basis: internal}}";

    private static readonly string Process = SmallOffice.Process(Steps, Total);

    private static ImmutableArray<LedgerEntry> Late()
    {
        var door = SmallOffice.Play(
            Process,
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-06, by: clerk, complete: acceptance}
            - {on: 2026-03-13, by: first-officer, complete: test, effective: 2026-03-10, document: 检测报告1号}
            """
        );
        return door.Entries(door.Cases.Single());
    }

    private static LegalView View(ImmutableArray<LedgerEntry> entries, string day) =>
        LegalView.Of(SmallOffice.Read(Process).Single(), entries, Shelf.Calendar, Shelf.Day(day));

    private static string Words(ClockState c) =>
        $"{c.Id} {c.Status} {(c.IsPaused ? $"paused {c.Left}" : c.IsOpen ? $"{c.DueOn:O}" : $"{c.EndedOn:O}")}";
}
