using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Tests.Samples;

namespace Workflow.Tests.Engine.Evidence;

/// <summary>Why this date, for every clock of every story at every entry, against a counter that shares nothing with the engine.</summary>
public sealed class ClockExplanationTests
{
    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void Every_clock_of_a_scenario_is_explained_as_the_naive_counter_counts(Scenario scenario) =>
        Check(ShippedStories.Played(scenario).Door);

    [TestCaseSource(typeof(SampleTests), nameof(SampleTests.All))]
    public void Every_clock_of_a_sample_is_explained_as_the_naive_counter_counts(string sample) => Check(Told.Sample(sample));

    [Test]
    public void The_days_of_an_overdue_clock_go_on_until_today()
    {
        // 15 working days after 05-11 end on 06-01; then 06-02, 03, 04, 05 are overdue, all with the post that never fixed a day.
        var why = Why(Told.Story(Accepted), "joint", "2020-06-07T12:00+08:00");
        var lead = why.Apportioned.Single();
        Assert.Multiple(() =>
        {
            Assert.That($"{why.Clock.DueOn:O} {why.Used}", Is.EqualTo("2020-06-01 19"));
            Assert.That(
                why.Days.Where(d => d.Overdue > 0).Select(d => $"{d.Day.Date:MM-dd} +{d.Overdue}"),
                Is.EqualTo(new[] { "06-02 +1", "06-03 +2", "06-04 +3", "06-05 +4" })
            );
            Assert.That(
                why.Days.Where(d => d.Day.Date.Month == 6 && d.Day.Date.Day is 6 or 7).Select(d => d.Day.Treatment),
                Is.All.EqualTo(DayTreatment.Weekend)
            );
            Assert.That(
                (lead.Kind, lead.Held.ToString(), lead.Overdue.ToString(), lead.Share.ToString()),
                Is.EqualTo((HolderKind.Office, "19", "4", "19"))
            );
        });
    }

    [Test]
    public void Days_of_an_overdue_clock_end_on_the_day_it_stopped()
    {
        // 05-12, 13, 14 are the offices', then the building is mended; from 06-15 four look again and nobody has concluded by 07-03.
        var story = File.ReadAllText(Path.Combine(Told.Samples, "joint-acceptance", "story.yaml"))
            .Replaced("2020-06-17 10:00", "2020-07-03 10:00");
        var why = Why(
            Told.Story(story[..story.IndexOf("    # Filing within", StringComparison.Ordinal)]),
            "joint",
            "2020-08-01T12:00+08:00"
        );
        Assert.Multiple(() =>
        {
            Assert.That($"{why.Clock.DueOn:O} {why.KnownThrough:O} {why.Used}", Is.EqualTo("2020-07-01 2020-07-03 17"));
            Assert.That(why.Days.Where(d => d.Overdue > 0).Select(d => $"{d.Day.Date:MM-dd}"), Is.EqualTo(new[] { "07-02", "07-03" }));
            Assert.That(Sum(why), Is.EqualTo(Fraction.Of(17)));
        });
    }

    [Test]
    public void A_pause_names_the_document_that_told_of_it()
    {
        var why = Why(Told.Sample("joint-acceptance"), "joint", "2020-08-01T12:00+08:00");
        Assert.That(
            why.Pauses.Single().Papers.Select(p => (p.Title.Zh, p.Title.En, p.Number)),
            Is.EqualTo(new[] { ("送达回证", "Receipt of service", "整送字〔2020〕1号") })
        );
        Assert.That(
            why.Changes.Select(c => $"{c.Entry} {c.Cause} {c.DueOn:MM-dd}"),
            Is.EqualTo(new[] { "3 Started 06-01", "11 Pause ", "12 Resume 07-01", "19 Stopped " })
        );
    }

    [Test]
    public void A_day_of_several_is_one_day_for_each_and_an_equal_part_in_the_shares()
    {
        var why = Why(Told.Sample("joint-acceptance"), "joint", "2020-08-01T12:00+08:00");
        Assert.That(
            why.Apportioned.Select(a => $"{a.Id} {a.Held} {a.Share}"),
            Is.EqualTo(new[] { "archive 3 3/4", "defence 3 3/4", "fire 3 3/4", "housing 2 2", "planning 3 3/4", "applicant 1 1" })
        );
        Assert.That((Sum(why), why.Used), Is.EqualTo((Fraction.Of(6), Fraction.Of(6))));
    }

    [Test]
    public void Days_of_an_excluded_procedure_are_told_with_the_person_who_had_them()
    {
        // 05-12 to 06-17 are 4 + 5 + 5 + 5 + 5 + 3 = 27 working days; of those 05-15 to 06-12, 1 + 5 + 5 + 5 + 5 = 21, do not count.
        // The building was mended by the evening of 06-12, when it was the offices' turn again.
        var why = Why(Told.Sample("joint-acceptance"), "joint", "2020-08-01T12:00+08:00");
        var mending = why.NotCounted.Single();
        Assert.That($"{mending.Ground} {mending.Length} {why.Whole}", Is.EqualTo("整改 21 27"));
        Assert.That(mending.Apportioned.Select(a => $"{a.Id} {a.Share}"), Is.EqualTo(new[] { "housing 1", "applicant 20" }));
        Assert.That(mending.Apportioned[1].People, Is.EqualTo(new[] { new PersonShare("huang-hua", Fraction.Of(20)) }));
        Assert.That(
            why.Apportioned.Single(a => a.Id == "applicant").People,
            Is.EqualTo(new[] { new PersonShare("huang-hua", Fraction.Of(1)) })
        );
    }

    [Test]
    public void An_officer_who_took_the_task_is_told_under_the_office_and_the_rest_as_nobodys_own()
    {
        // Of the 19 days used by 06-07 the first evening, 05-12, the task was still anybody's of the post; then Jiang Bo had claimed it.
        var why = Why(
            Told.Story(Accepted + "\n  - {at: 2020-05-13 10:00, by: jiang-bo, claim: schedule}\n"),
            "joint",
            "2020-06-07T12:00+08:00"
        );
        var lead = why.Apportioned.Single();
        Assert.That(
            $"{lead.Share} {string.Join(" ", lead.People.Select(p => $"{p.Person ?? "nobody"} {p.Share}"))}",
            Is.EqualTo("19 jiang-bo 18 nobody 1")
        );
    }

    [Test]
    public void A_limit_in_hours_is_cut_at_every_instant_at_which_something_changed()
    {
        var (start, noon) = (Limits.At("2026-03-02T09:00+08:00"), Limits.At("2026-03-02T12:30+08:00"));
        var process = HourPermit.Published;
        var door = new Simulation(HourPermit.World);
        door.Submit(null, SmallPermit.Lodge(), start);
        door.Submit(door.Cases[0], new Request(SmallPermit.Clerk, new PauseClock("receive", "听证", "听证通知 1 号")), noon);
        door.Submit(door.Cases[0], new Request(SmallPermit.Clerk, new ResumeClock("receive", "听证")), noon.AddHours(20));
        var why = ClockExplanation.Of(
            process,
            door.Entries(door.Cases[0]),
            "receive",
            HourPermit.World.Calendar(process, Shelf.Day("2026-03-02")),
            Limits.At("2026-03-03T17:30+08:00")
        )!;
        Assert.Multiple(() =>
        {
            // 5 hours from 09:00: 3 1/2 by noon's pause, the rest after 08:30, so the end is 10:00; 7 1/2 hours past it are overdue.
            Assert.That(why.Clock.DueAt, Is.EqualTo(Limits.At("2026-03-03T10:00+08:00")));
            Assert.That(
                why.Spans.Select(s => $"{s.Hours} {(s.IsOverdue ? "overdue" : s.IsCounted ? "counted" : s.Grounds[0])}"),
                Is.EqualTo(new[] { "3 1/2 counted", "20 听证", "1 1/2 counted", "7 1/2 overdue" })
            );
            Assert.That((why.Used.ToString(), Sum(why)), Is.EqualTo(("12 1/2", why.Used)));
            Assert.That(
                (why.NotCounted.Single().Ground, why.NotCounted.Single().Length.ToString(), why.Whole.ToString()),
                Is.EqualTo(("听证", "20", "32 1/2"))
            );
        });
    }

    private static void Check(ICaseDoor door)
    {
        foreach (var number in door.Cases)
        {
            var entries = door.Entries(number);
            var calendars = entries.Select(Told.CalendarOf).DistinctBy(c => c.Digest).ToDictionary(c => c.Digest);
            for (var count = 1; count <= entries.Length; count++)
                Check([.. entries.Take(count)], calendars);
        }
    }

    private static void Check(ImmutableArray<LedgerEntry> entries, Dictionary<string, WorkCalendar> calendars)
    {
        var process = ShippedStories.World.Bound(entries[^1].Definition);
        var state = entries.Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
        foreach (var clock in state.Clocks.Values)
        {
            var why = ClockExplanation.Of(process, entries, clock.Id, calendars[clock.Calendar], entries[^1].Stamp.RecordedAt.AddDays(9))!;
            Assert.That(Sum(why), Is.EqualTo(why.Used), $"{clock.Id} at entry {entries.Length}: the shares leave a remainder");
            if (clock is { Total: { } total, ClampedBy: null } && total.Unit != PeriodUnit.Hours)
                Count(why, total, calendars[clock.Calendar]);
            Whole(why, calendars[clock.Calendar], $"{clock.Id} at entry {entries.Length}");
            Held(why, process, entries);
        }
    }

    // From the day after it began to the day it is known of, every day of its unit is somebody's, once: counted, overdue or excluded.
    private static void Whole(ClockExplanation why, WorkCalendar calendar, string where)
    {
        var all = why.Apportioned.Concat(why.NotCounted.SelectMany(n => n.Apportioned)).ToList();
        Assert.That(all.Aggregate(Fraction.Zero, (sum, h) => sum + h.Share), Is.EqualTo(why.Whole), where);
        foreach (var h in all.Where(h => !h.People.IsEmpty))
            Assert.That(h.People.Aggregate(Fraction.Zero, (sum, p) => sum + p.Share), Is.EqualTo(h.Share), where);
        if (why.Clock is { Kind: LimitKind.For or LimitKind.UpTo, Total: { Unit: not PeriodUnit.Hours } total })
            Assert.That(
                why.Whole,
                Is.EqualTo(Fraction.Of(new NaiveCounter(calendar).Between(total.Unit, why.Clock.StartDay, why.KnownThrough))),
                where
            );
    }

    private static void Count(ClockExplanation why, Period total, WorkCalendar calendar)
    {
        var (clock, naive) = (why.Clock, new NaiveCounter(calendar));
        var limit = new Reckoning(
            total,
            clock.Kind == LimitKind.Before ? Counting.Backward : Counting.Forward,
            clock.StartDay,
            clock.StartAt,
            [.. clock.Pauses.Select(p => new Exclusion(p.Ground, p.From, p.To, p.FromAt, p.ToAt, p.Document))],
            clock.Roll
        );
        var (on, raw, _) = naive.Count(limit);
        var counted = why.Days.Where(d => d.Day.Treatment == DayTreatment.Counted).ToList();
        var still = clock.Pauses.Any(p => p.IsOpen && p.From < raw);
        if (still)
            return;
        Assert.That(clock.DueOn, Is.EqualTo(on), clock.Id);
        Assert.That(counted[^1].Day.Date, Is.EqualTo(raw), clock.Id);
        if (total.Unit != PeriodUnit.Months)
            Assert.That(counted[^1].Day.Counted, Is.EqualTo(total.Amount), clock.Id);
        Assert.That(counted.Where(d => limit.Exclusions.Any(e => d.Day.Date > e.From && d.Day.Date <= e.To)), Is.Empty, clock.Id);
        if (clock.Kind is LimitKind.For or LimitKind.UpTo && why.KnownThrough > on)
            Assert.That(why.Days.Count(d => d.Overdue > 0), Is.EqualTo(-naive.Left(limit, on, why.KnownThrough)), clock.Id);
    }

    // Where nothing was recorded late, those who held a day are those in the inbox as it ended.
    private static void Held(ClockExplanation why, PublishedProcess process, ImmutableArray<LedgerEntry> entries)
    {
        var zone = Told.CalendarOf(entries[0]);
        if (entries.Any(e => e.Stamp.EffectiveOn != zone.DayOf(e.Stamp.RecordedAt)))
            return;
        foreach (var day in why.Days.Where(d => d.IsUsed && d.Day.Date != why.Clock.EndedOn))
        {
            var state = entries
                .TakeWhile(e => zone.DayOf(e.Stamp.RecordedAt) <= day.Day.Date)
                .Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
            var days = state
                .Steps.Values.Where(s => s.Status == StepStatus.Open && process.Find(s.Key) is WaitNode { System: null })
                .Select(s => s.Key);
            var waiting = CaseRows
                .Inbox(process, state)
                .Select(r =>
                    VisitorId.Is(r.Person)
                        ? r.Entitlement // the window does on paper what is the party's to do
                        : r.Organisation ?? (r.Person is null ? r.Step : r.Entitlement)
                )
                .Concat(days)
                .Distinct()
                .Order(StringComparer.Ordinal);
            Assert.That(
                day.Held.Where(h => h.Kind != HolderKind.Nobody).Select(h => h.Id).Distinct().Order(StringComparer.Ordinal),
                Is.EqualTo(waiting),
                $"{why.Clock.Id} on {day.Day.Date:O}"
            );
        }
    }

    private static Fraction Sum(ClockExplanation why) => why.Apportioned.Aggregate(Fraction.Zero, (sum, s) => sum + s.Share);

    private static ClockExplanation Why(ICaseDoor door, string clock, string at)
    {
        var entries = door.Entries(door.Cases[0]);
        return ClockExplanation.Of(
            ShippedStories.World.Bound(entries[0].Definition),
            entries,
            clock,
            Told.CalendarOf(entries[^1]),
            Limits.At(at)
        )!;
    }

    private const string Accepted = """
        story: 受理以后无人安排
        process: joint-acceptance
        moves:
          - on: 2020-05-11
            lodge:
              applicant: huang-hua
              form: {project: 2020-440000-47-03-000001, area: 12500.5, works: 其他建设工程}
              materials: [planning-verification, completion-report]
          - {at: 2020-05-11 09:30, by: ding-wei, complete: receive, materials: [planning-verification, completion-report]}
          - {at: 2020-05-11 10:00, by: ding-wei, complete: acceptance, outcome: accept}
        """;
}
