using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Mining.Conforming;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;
using Workflow.Tests.Mining.Logs;

namespace Workflow.Tests.Mining.Conforming;

[NonParallelizable]
public sealed class ConformingTests
{
    private static readonly (string, string) Ended = ("ended", "2020-06-20");

    [TestCase("in look measure granted publish")]
    [TestCase("in measure look granted publish")]
    [TestCase("in look measure refused")]
    [TestCase("in look measure decide publish", TestName = "An outcome that the log does not say may be any")]
    [TestCase("in look measure decide", TestName = "Then the last step may rightly be missing")]
    [TestCase("in look measure again measure look granted publish", TestName = "A way back runs the block again")]
    [TestCase("in look leave", TestName = "The party may leave at any time")]
    [TestCase("in look redo in look measure refused", TestName = "A return by hand")]
    [TestCase("in look stop", TestName = "An end from outside")]
    [TestCase("in coffee look measure coffee refused", TestName = "What is ignored changes nothing")]
    public void What_the_definition_allows_fits(string activities)
    {
        var verdict = TestLog.Judge(activities, Ended);
        Assert.That(
            (verdict.Fits, verdict.Events.Matched + verdict.Events.Ignored),
            Is.EqualTo((true, verdict.Events.Total)),
            string.Join(", ", verdict.Deviations)
        );
    }

    [TestCase("in look granted publish", "Skipped measure mandatory")]
    [TestCase("look measure granted publish", "Skipped receive")]
    [TestCase("in look measure granted", "Skipped publish", TestName = "A step whose condition is known to hold")]
    [TestCase("in look measure refused publish", "OutOfOrder publish", TestName = "A step whose condition is known not to hold")]
    [TestCase("in look look measure refused", "Repeated look")]
    [TestCase("in measure refused look", "OutOfOrder decide", TestName = "Two steps in the other order are one departure, not two")]
    [TestCase(
        "in look measure again look measure again look measure refused",
        "Repeated decide,Repeated look,Repeated measure",
        TestName = "A way back that is used up"
    )]
    [TestCase("in look measure dance refused", "Unknown dance")]
    [TestCase("", "Skipped receive,Skipped look,Skipped measure mandatory,Skipped decide", TestName = "A case without events")]
    public void What_departs_is_named(string activities, string expected)
    {
        var verdict = TestLog.Judge(activities, Ended);
        Assert.That(
            verdict.Deviations.Select(d => $"{d.Kind} {d.What}{(d.IsMandatory ? " mandatory" : "")}").Order(),
            Is.EqualTo(expected.Split(',').Order())
        );
        Assert.That((verdict.Fits, verdict.IsExact), Is.EqualTo((false, true)));
    }

    [Test]
    public void An_unfinished_case_misses_nothing_that_may_still_come()
    {
        var verdict = TestLog.Judge("in look");
        Assert.That((verdict.HasEnded, verdict.Fits, verdict.EndedOn), Is.EqualTo((false, true, (DateOnly?)null)));
    }

    // 1 June 2020 is a Monday; the activities are a day apart, and Saturday and Sunday are the sixth and seventh.
    [TestCase(
        "in look measure refused",
        "look 2020-06-01 2020-06-02, decide 2020-06-03 2020-06-05",
        TestName = "A step opens when what stands before it was done"
    )]
    [TestCase(
        "in measure coffee look refused",
        "look 2020-06-01 2020-06-02 +2, decide 2020-06-04 2020-06-08",
        TestName = "Side by side neither waits for the other, and the decision for both"
    )]
    [TestCase(
        "in look measure coffee coffee coffee coffee refused",
        "look 2020-06-01 2020-06-02, decide 2020-06-03 2020-06-05 +1",
        TestName = "Late over a weekend"
    )]
    [TestCase(
        "in look measure again measure coffee look refused",
        "look 2020-06-01 2020-06-02, decide 2020-06-03 2020-06-05, look 2020-06-04 2020-06-05 +0, decide 2020-06-07 2020-06-09",
        TestName = "Sent back it opens again"
    )]
    [TestCase("look measure refused", "look - -, decide 2020-06-02 2020-06-04", TestName = "Without the step before no day is made up")]
    public void A_step_is_late_by_its_own_limit(string activities, string expected) =>
        Assert.That(
            string.Join(
                ", ",
                TestLog
                    .JudgeLimited(activities)
                    .Steps.Select(s => $"{s.Step} {Day(s.OpenedOn)} {Day(s.DueOn)}{(s.LateWorkingDays is { } late ? $" +{late}" : "")}")
            ),
            Is.EqualTo(expected)
        );

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-";

    [Test]
    public void Every_event_is_in_one_count()
    {
        var events = TestLog.Judge("in look look dance coffee refused measure", Ended).Events;
        Assert.That(events, Is.EqualTo(new EventCounts(3, 1, 1, 1, 1, 0)));
        Assert.That(events.Total, Is.EqualTo(7));
    }

    [Test]
    public void A_case_that_was_judged_in_another_order_than_that_of_the_file_is_counted()
    {
        var written = TestLog.Trace("in look measure refused", Ended);
        var turned = written with { Events = [.. written.Events.Reverse()] };
        var judge = new CaseJudge(TestLog.Definition, TestLog.ReadMap(TestLog.Map), TestLog.Weekdays);
        Assert.That((judge.Judge(written, 1).IsReordered, judge.Judge(turned, 2).IsReordered), Is.EqualTo((false, true)));
        var sum = new ConformanceSum(TestLog.Weekdays);
        sum.Add(judge.Judge(written, 1));
        sum.Add(judge.Judge(turned, 2));
        Assert.That(sum.Reordered, Is.EqualTo(1));
    }

    [Test]
    public void A_step_by_a_unit_of_another_office_is_told()
    {
        var verdict = TestLog.Judge("in@D look@R1 measure@D refused@EMPTY leave@D", Ended);
        Assert.That(verdict.Units, Is.EqualTo(new UnitCounts(2, 1, 1, 1)));
        Assert.That(verdict.WrongUnits, Is.EqualTo(new[] { new WrongUnit("measure", "D") }));
    }

    // 1 June 2020 was a Monday: five working days end on the 8th, ten on the 15th.
    [TestCase("in look measure x x x refused", "2020-06-08", -1)]
    [TestCase("in look measure x x x x x x refused", "2020-06-08", 2)]
    public void A_clock_is_measured_by_its_own_moments(string activities, string due, int late)
    {
        var clock = TestLog.Judge(activities, Ended).Clocks.Single();
        Assert.That(
            (clock.Due[Yardstick.Period], clock.Due[Yardstick.Extended], clock.Late(Yardstick.Period)),
            Is.EqualTo((Shelf.Day(due), Shelf.Day("2020-06-15"), (int?)late))
        );
    }

    [Test]
    public void A_sum_has_a_place_for_every_case()
    {
        var sum = new ConformanceSum(TestLog.Weekdays);
        sum.Add(TestLog.Judge("in look measure refused", Ended, ("deadline", "2020-06-03")));
        sum.Add(TestLog.Judge("in look", ("deadline", "2020-06-10")));
        sum.Add(TestLog.Judge("in look"));
        sum.Add(TestLog.Judge("dance", Ended, ("deadline", "2020-06-30")));
        var late = sum.Clocks["handling"].By[Yardstick.Deadline];
        Assert.That((sum.Cases, sum.Fitting, sum.Ended, sum.FittingEnded), Is.EqualTo((4L, 3L, 2L, 1L)));
        Assert.That(
            (late.OnTime, late.LateDays.Count, late.Open, late.Overdue(Shelf.Day("2020-06-20")), late.Undated, late.Total),
            Is.EqualTo((1L, 1L, 1L, 1L, 1L, 4L))
        );
        // Ended on Thursday 4 June after a deadline of Wednesday 3 June.
        Assert.That((late.LateDays.Percentile(50), late.LateWorkingDays.Percentile(50)), Is.EqualTo(((int?)1, (int?)1)));
        Assert.That(sum.Variants.Sum(v => v.Cases) + sum.OtherVariants, Is.EqualTo(sum.Cases));
    }

    [Test]
    public void A_search_that_would_take_too_long_is_cut_short_and_says_so()
    {
        var branches = string.Join(
            "\n",
            Enumerable
                .Range(0, 12)
                .Select(i => $"      b{i}: [{{step: s{i}, title: 步, by: desk.clerk}}, {{step: t{i}, title: 步, by: desk.clerk}}]")
        );
        var wide =
            $"process: wide\ntitle: 宽\nin-force: 2020-01-01..\nitem: {{code: X-2, type: 行政许可, lead: desk}}\nbasis: [internal]\noffices: {{desk: 窗口}}\nretention: 10 years\nsteps:\n  - parallel: all\n    title: 并行\n    join: all\n    branches:\n{branches}\n";
        var reading = DefinitionReader.Read("wide.yaml", wide, DefinitionLibrary.Empty);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        var map = TestLog.ReadMap(TestLog.Map) with
        {
            Process = "wide",
            Activities = Enumerable.Range(0, 12).ToDictionary(i => $"t{i}", i => new MappedActivity($"t{i}")).ToImmutableDictionary(),
        };
        var verdict = new CaseJudge(reading.Definition!, map, TestLog.Weekdays, effort: 200).Judge(
            TestLog.Trace(string.Join(' ', Enumerable.Range(0, 12).Select(i => $"t{11 - i}")), Ended),
            1
        );
        Assert.That((verdict.IsExact, verdict.Events.Total, verdict.Deviations.Length > 0), Is.EqualTo((false, 12L, true)));
    }

    [Test, Category(Heavy.Category)]
    public void A_million_events_are_judged_in_bounded_memory()
    {
        Heavy.Only();
        var one =
            $"<trace>{string.Concat(new[] { "in", "look", "measure", "refused" }.Select((a, i) => $"<event><string key='concept:name' value='{a}'/><date key='time:timestamp' value='2020-06-0{i + 1}T09:00:00+08:00'/></event>"))}</trace>";
        using var reader = new XesReader("long.xes", new EndlessText("<log>", one, one.Length * 300_000L));
        var (judge, sum, before, most) = (
            new CaseJudge(TestLog.Definition, TestLog.ReadMap(TestLog.Map), TestLog.Weekdays),
            new ConformanceSum(TestLog.Weekdays),
            GC.GetTotalMemory(forceFullCollection: true),
            0L
        );
        while (sum.Events.Total < 1_000_000 && reader.Read() is { } trace)
        {
            sum.Add(judge.Judge(trace, sum.Cases + 1));
            if (sum.Cases % 50_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.That((sum.Events.Total, sum.Fitting), Is.EqualTo((1_000_000L, 250_000L)));
        Assert.That(most - before, Is.LessThan(16L << 20));
    }
}
