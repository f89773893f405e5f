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
                    view.Clocks.Where(c =>
                            state.Clocks.ContainsKey(c.Id)
                            || c.Step is null
                            || !ShippedStories.World.Bound(entries[0].Definition).IsAfter(c.Step)
                        )
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

    [Test]
    public void A_fact_recorded_late_is_in_the_legal_view_of_its_day_and_not_on_the_screen()
    {
        // The building was mended on 06-12 and the window learnt of it on 06-15.
        var entries = Late();
        var (day, zone) = (Shelf.Day("2020-06-13"), Told.CalendarOf(entries[0]));
        var screen = entries
            .TakeWhile(e => zone.DayOf(e.Stamp.RecordedAt) <= day)
            .Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
        var view = View(entries, "2020-06-13");
        Assert.Multiple(() =>
        {
            Assert.That(Words(screen.Clocks["joint"]), Is.EqualTo("joint Running paused 12"));
            Assert.That(view.Clocks.Where(c => c.Id == "joint").Select(Words), Is.EqualTo(new[] { "joint Running 2020-07-01" }));
            Assert.That(view.Held, Is.EqualTo(new[] { Holder.Nobody }), "mended, and the next task not yet open");
        });
    }

    [Test]
    public void Before_the_pause_had_ended_the_legal_view_is_paused_too() =>
        Assert.That(
            View(Late(), "2020-06-11").Clocks.Where(c => c.Id == "joint").Select(Words),
            Is.EqualTo(new[] { "joint Running paused 12" })
        );

    [Test]
    public void Before_the_case_there_is_nothing()
    {
        var view = View(Late(), "2020-05-01");
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

    private static ImmutableArray<LedgerEntry> Late()
    {
        var story = File.ReadAllText(Path.Combine(Told.Samples, "joint-acceptance", "story.yaml"))
            .Replaced(
                "  - at: 2020-06-12 11:00\n    by: huang-hua\n",
                "  - at: 2020-06-15 08:30\n    by: huang-hua\n    effective: 2020-06-12\n    document: 整改报告签收单\n"
            );
        var door = Told.Story(story);
        return door.Entries(door.Cases.Single());
    }

    private static LegalView View(ImmutableArray<LedgerEntry> entries, string day) =>
        LegalView.Of(ShippedStories.World.Bound(entries[0].Definition), entries, Told.CalendarOf(entries[^1]), Shelf.Day(day));

    private static string Words(ClockState c) =>
        $"{c.Id} {c.Status} {(c.IsPaused ? $"paused {c.Left}" : c.IsOpen ? $"{c.DueOn:O}" : $"{c.EndedOn:O}")}";
}
