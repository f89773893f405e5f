using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Entries;
using Workflow.Host.WhatIf;
using Workflow.Tests.Samples;
using Comparing = Workflow.Host.WhatIf.WhatIf;

namespace Workflow.Tests.Host.WhatIf;

public sealed class WhatIfTests
{
    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void Playing_a_scenario_again_in_its_own_world_gives_its_own_ledger(Scenario scenario) =>
        Same(ShippedStories.Played(scenario).Door);

    [TestCaseSource(typeof(SampleTests), nameof(SampleTests.All))]
    public void Playing_a_sample_again_in_its_own_world_gives_its_own_ledger(string sample) => Same(Told.Sample(sample));

    // 12 of 15 days were left after 06-12 and ended on 07-01; ten more end on 07-15.
    [TestCase("25 working days", "joint 2020-07-01 -> 2020-07-15")]
    // Three days end on 05-14, the day the building is found wanting: too late to stand still, so it is overdue.
    [TestCase("3 working days", "joint 2020-07-01 -> 2020-05-14 late")]
    public void Another_limit_moves_the_last_day_and_may_make_it_late(string length, string expected)
    {
        PeriodText.TryParse(length, out var period, out _);
        var difference = Compare(new Alternative { Limits = new Dictionary<string, Period> { ["joint"] = period! } });
        Assert.That(difference.Clocks.Where(c => c.Clock == "joint").Select(Words), Is.EqualTo(new[] { expected }));
        Assert.That(difference.Outcomes, Is.Empty);
    }

    [Test]
    public void A_step_s_limit_may_be_another_too()
    {
        var difference = Compare(
            new Alternative { Limits = new Dictionary<string, Period> { ["schedule"] = new(1, PeriodUnit.WorkingDays) } }
        );
        Assert.That(
            difference.Clocks.Select(Words),
            Is.EqualTo(new[] { "schedule 2020-05-13 -> 2020-05-12", "schedule#2 2020-06-16 -> 2020-06-15" })
        );
    }

    [Test]
    public void Another_calendar_moves_the_days()
    {
        // Without the Sunday 06-28 made up, the twelfth day after 06-12 is 07-02.
        var shelf = Shelf.All with
        {
            Editions = [.. Shelf.All.Editions.Select(e => e with { Days = [.. e.Days.Where(d => d.Date != Shelf.Day("2020-06-28"))] })],
        };
        Assert.That(
            Compare(new Alternative { Calendars = shelf }).Clocks.Where(c => c.Clock == "joint").Select(Words),
            Is.EqualTo(new[] { "joint 2020-07-01 -> 2020-07-02" })
        );
    }

    [Test]
    public void A_command_that_is_refused_is_listed_and_the_walk_goes_on()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Definitions, "construction", "joint-acceptance.yaml"))
            .Replaced("en: Setting the inspection day}, by: housing.officer", "en: Setting the inspection day}, by: housing.leader");
        var reading = DefinitionReader.Read("joint-acceptance.yaml", text, DefinitionLibrary.Load(Repository.Definitions));
        var difference = Compare(new Alternative { Definition = reading.Definition });
        Assert.Multiple(() =>
        {
            Assert.That(
                difference.Refused.Take(2).Select(r => $"{r.Entry.Number} {r.Refusal.Code}"),
                Is.EqualTo(new[] { "4 step.not_yours", "5 step.not_open" })
            );
            Assert.That(difference.Outcomes.Single(o => o.Step is null), Is.EqualTo(new OutcomeDifference(null, "passed", null)));
            Assert.That(
                difference.Clocks.Single(c => c.Clock == "joint"),
                Is.EqualTo(new ClockDifference("joint", Shelf.Day("2020-07-01"), Shelf.Day("2020-06-01"), false, true))
            );
        });
    }

    private static string Words(ClockDifference c) => $"{c.Clock} {c.Was:O} -> {c.Now:O}{(c.IsLate ? " late" : "")}";

    private static CaseDifference Compare(Alternative alternative)
    {
        var door = Told.Sample("joint-acceptance");
        var (family, world) = Ledger(door);
        return Comparing.Compare(family, world, alternative.In(world), family[0][^1].Stamp.RecordedAt).Single();
    }

    private static void Same(ICaseDoor door)
    {
        if (door.Cases.IsEmpty)
            return;
        var (family, world) = Ledger(door);
        var until = family.Max(e => e[^1].Stamp.RecordedAt);
        var again = Regeneration.Play(family, world, until);
        Assert.That(
            (again.Fault, again.Refused.Select(r => r.Refusal.English.Sentence)),
            Is.EqualTo((null as string, Array.Empty<string>()))
        );
        foreach (var number in door.Cases)
            Assert.That(LedgerJson.Write(again.States[number]), Is.EqualTo(LedgerJson.Write(door.State(number)!)));
        Assert.That(Comparing.Compare(family, world, new Alternative().In(world), until).Where(d => !d.IsNone), Is.Empty);
    }

    private static (List<ImmutableArray<LedgerEntry>> Family, ScenarioWorld World) Ledger(ICaseDoor door)
    {
        var family = door.Cases.Select(n => door.Entries(n)).ToList();
        WorkCalendar[] calendars = [.. family.SelectMany(e => e).Select(Told.CalendarOf).DistinctBy(c => c.Digest)];
        var bound = family.Select(e => ShippedStories.World.Bound(e[0].Definition));
        return (family, LedgerWorld.Of(bound.Concat(ShippedStories.World.Processes), calendars, family.Select(e => e[0])));
    }
}
