using Workflow.Definitions.Stories;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Mining.Conforming;
using Workflow.Mining.Exporting;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Tests.Mining.Conforming;

/// <summary>What we export is what our definitions say: every case of every story, written as XES, read again and judged.</summary>
public sealed class RoundTripTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_story_written_as_xes_fits_its_own_definition(Scenario scenario)
    {
        var door = ShippedStories.Played(scenario).Door;
        foreach (var number in door.Cases)
        {
            var process = ShippedStories.World.Bound(door.State(number)!.Definition);
            var told = CaseTelling.Tell(process, door.Entries(number));
            var verdict = Judge(process, told);
            Assert.That(verdict.Deviations, Is.Empty, number);
            Assert.That(
                (verdict.Number, verdict.IsExact, verdict.HasEnded, verdict.Units.Wrong),
                Is.EqualTo((number, true, told.State.Stage is CaseStage.Concluded or CaseStage.Closed, 0L))
            );
            Assert.That(verdict.Events.Total, Is.EqualTo(told.Events.Length));
            Assert.That(verdict.Events.Matched, Is.EqualTo(told.Events.Count(e => e.Act is not null)));
        }
    }

    [Test]
    public void A_step_taken_out_of_an_exported_log_is_missed()
    {
        var (door, number) = ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Select(s => ShippedStories.Played(s).Door)
            .SelectMany(d => d.Cases.Select(c => (Door: d, Case: c)))
            .First(x => x.Door.State(x.Case)!.Process == "joint-acceptance" && x.Door.State(x.Case)!.Result == "passed");
        var process = ShippedStories.World.Bound(door.State(number)!.Definition);
        var told = CaseTelling.Tell(process, door.Entries(number));
        var without = told with { Events = [.. told.Events.Where(e => e.Act != "schedule")] };
        Assert.That(
            Judge(process, without).Deviations.Select(d => (d.Kind, d.What)).Distinct(),
            Is.EqualTo(new[] { (DeviationKind.Skipped, "schedule") })
        );
    }

    [Test]
    public void The_last_days_that_our_log_carries_are_those_of_the_ledger()
    {
        foreach (
            var (door, number) in ShippedStories
                .Readings.SelectMany(r => r.Scenarios)
                .Select(s => ShippedStories.Played(s).Door)
                .SelectMany(d => d.Cases.Select(c => (d, c)))
        )
        {
            var state = door.State(number)!;
            var process = ShippedStories.World.Bound(state.Definition);
            var verdict = Judge(process, CaseTelling.Tell(process, door.Entries(number)));
            foreach (var clock in verdict.Clocks.Where(c => state.Clocks.ContainsKey(c.Clock)))
                Assert.That(clock.Due[Yardstick.Deadline], Is.EqualTo(state.Clocks[clock.Clock].DueOn), $"{number} {clock.Clock}");
        }
    }

    private static CaseVerdict Judge(PublishedProcess process, LoggedCase told)
    {
        var stream = new MemoryStream();
        using (var writer = new XesWriter(stream))
            writer.Write(told);
        stream.Position = 0;
        using var reader = new XesReader("own.xes", stream);
        Assert.That(OwnLog.Wrote(reader.Head), Is.True);
        var verdict = new CaseJudge(process.Definition, OwnLog.Map(process.Definition, Zone), Shelf.Calendar).Judge(reader.Read()!, 1);
        Assert.That((reader.Read(), reader.Fault), Is.EqualTo(((XesTrace?)null, (object?)null)));
        return verdict;
    }
}
