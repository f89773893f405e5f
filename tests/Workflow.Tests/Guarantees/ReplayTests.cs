using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Guarantees;

/// <summary>What must hold after any scenario, whatever it is about.</summary>
public sealed class ReplayTests
{
    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void Folding_the_stored_events_gives_the_state_the_run_ended_with(Scenario scenario)
    {
        var door = ShippedStories.Played(scenario).Door;
        foreach (var number in door.Cases)
        {
            var folded = door.Entries(number).Aggregate(CaseState.Empty, (state, e) => CaseFold.Apply(state, e.Events, e.Stamp.RecordedAt));
            Assert.That(LedgerJson.Write(folded), Is.EqualTo(LedgerJson.Write(door.State(number)!)));
        }
    }

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void Deciding_every_stored_command_again_gives_the_same_events(Scenario scenario)
    {
        var door = ShippedStories.Played(scenario).Door;
        foreach (var number in door.Cases)
        {
            var state = CaseState.Empty;
            foreach (var entry in door.Entries(number).Some())
            {
                var process = ShippedStories.World.Bound(entry.Definition);
                var stamp = entry.Stamp.With(CalendarOf(entry, scenario), entry.Rules);
                var decision = CaseDecider.Decide(process, state, entry.Command, stamp);
                Assert.That(decision, Is.TypeOf<Accepted>(), $"entry {entry.Number}");
                var accepted = (Accepted)decision;
                Assert.That(
                    accepted.Events.Select(LedgerJson.Write),
                    Is.EqualTo(entry.Events.Select(LedgerJson.Write)),
                    $"entry {entry.Number}"
                );
                state = accepted.State;
            }
        }
    }

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_closed_case_leaves_no_open_clock_and_no_inbox_row(Scenario scenario)
    {
        var door = ShippedStories.Played(scenario).Door;
        foreach (var state in door.Cases.Select(n => door.State(n)!).Where(s => s.Stage == CaseStage.Closed))
        {
            Assert.That(CaseRows.Clocks(state), Is.Empty);
            Assert.That(CaseRows.Inbox(ShippedStories.World.Bound(state.Definition), state), Is.Empty);
            Assert.That(state.FiresAt, Is.Null);
        }
    }

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void The_hash_chain_holds_over_the_exact_stored_texts(Scenario scenario)
    {
        var door = ShippedStories.Played(scenario).Door;
        foreach (var number in door.Cases)
        {
            var stored = door.Stored(number);
            var hashes = stored.Select(LedgerJson.Hash).Prepend(LedgerJson.Genesis).SkipLast(1);
            Assert.That(stored.Select(s => LedgerJson.ReadEntry(s).Previous), Is.EqualTo(hashes));
            Assert.That(
                stored.Select(LedgerJson.ReadEntry).Select(LedgerJson.Write),
                Is.EqualTo(stored),
                "reading and writing an entry keeps its bytes"
            );
        }
    }

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_story_told_again_is_the_same_to_the_byte(Scenario scenario)
    {
        var (door, again) = (ShippedStories.Played(scenario).Door, new Simulation(ShippedStories.World, scenario.CalendarKnown));
        ScenarioPlayer.Play(scenario, again, ShippedStories.World);
        Assert.That(again.Cases.SelectMany(n => again.Stored(n)), Is.EqualTo(door.Cases.SelectMany(n => door.Stored(n))));
    }

    private static WorkCalendar CalendarOf(LedgerEntry entry, Scenario scenario)
    {
        var process = ShippedStories.World.Bound(entry.Definition);
        var day = ShippedStories.World.Calendar(process, DateOnly.MaxValue).DayOf(entry.Stamp.RecordedAt);
        var calendar = ShippedStories.World.Calendar(process, scenario.CalendarKnown < day ? scenario.CalendarKnown.Value : day);
        Assert.That(calendar.Digest, Is.EqualTo(entry.Stamp.Facts.Calendar));
        return calendar;
    }
}
