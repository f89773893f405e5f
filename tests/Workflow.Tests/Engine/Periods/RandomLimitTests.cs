using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Periods;

/// <summary>The engine against a naive counter that walks day by day.</summary>
public sealed class RandomLimitTests
{
    private const int Requests = 50_000;
    private static readonly int Seed = Random.Shared.Next();
    private readonly NaiveCounter _naive = new(Shelf.Calendar);

    [OneTimeSetUp]
    public void Print_the_seed() => TestContext.Out.WriteLine($"seed {Seed}");

    [Test]
    public void A_naive_counter_finds_the_same_due_days()
    {
        var limits = new RandomLimits(Seed);
        for (var i = 0; i < Requests * 9 / 10; i++)
        {
            var limit = limits.Next();
            var due = DueDates.Reckon(limit, Shelf.Calendar);
            var naive = _naive.Count(limit);
            if ((due.On, due.RawOn, due.Provisional) != naive)
                Assert.Fail($"Expected {naive}, but found {due} for {Words(limit)}.");
        }
    }

    [Test]
    public void A_naive_counter_finds_the_same_moments()
    {
        var limits = new RandomLimits(Seed);
        for (var i = 0; i < Requests / 10; i++)
        {
            var limit = limits.Next(hours: true);
            var due = DueDates.Reckon(limit, Shelf.Calendar);
            if (due.At != NaiveCounter.Hours(limit))
                Assert.Fail($"Expected {NaiveCounter.Hours(limit)}, but found {due} for {Words(limit)}.");
        }
    }

    [Test]
    public void A_naive_counter_finds_the_same_days_left()
    {
        var limits = new RandomLimits(Seed);
        for (var i = 0; i < Requests / 10; i++)
        {
            var limit = limits.Next();
            var on = DueDates.Reckon(limit, Shelf.Calendar).On;
            var asOf = on.AddDays(limits.Below(200) - 150);
            var left = DueDates.DaysLeft(limit, Shelf.Calendar, asOf);
            if (left != _naive.Left(limit, on, asOf))
                Assert.Fail($"Expected {_naive.Left(limit, on, asOf)} after {asOf:O}, but found {left} for {Words(limit)}.");
        }
    }

    [Test]
    public void An_explanation_ends_on_the_due_day([Values] bool hours)
    {
        var limits = new RandomLimits(Seed);
        for (var i = 0; i < Requests / 50; i++)
        {
            var limit = limits.Next(hours);
            var due = DueDates.Reckon(limit, Shelf.Calendar);
            var lines = DueDates.Explain(limit, Shelf.Calendar, due.On.AddDays(limit.Direction == Counting.Forward ? 9 : 0));
            var last = lines.LastOrDefault(l => l.Treatment is DayTreatment.Counted or DayTreatment.Rolled, lines.First());
            if (due.On >= limit.StartDay == (limit.Direction == Counting.Forward) && last.Date != due.On && due.On != limit.StartDay)
                Assert.Fail($"Expected {due.On:O}, but the explanation ends on {last.Date:O} for {Words(limit)}.");
            if (limit.Period.Unit is not PeriodUnit.Months && due.On == due.RawOn && lines.Max(l => l.Counted) != limit.Period.Amount)
                Assert.Fail($"Expected to count to the amount for {Words(limit)}.");
        }
    }

    [Test]
    public void The_order_of_pauses_never_matters()
    {
        var limits = new RandomLimits(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var limit = limits.Next(hours: i % 5 == 0);
            var turned = limit with { Exclusions = [.. limit.Exclusions.Reverse(), .. limit.Exclusions] };
            Assert.That(DueDates.Reckon(turned, Shelf.Calendar), Is.EqualTo(DueDates.Reckon(limit, Shelf.Calendar)), Words(limit));
        }
    }

    private static string Words(Reckoning limit) =>
        $"{limit.Period} {limit.Direction} {limit.StartAt:O} {limit.Roll} [{string.Join("; ", limit.Exclusions)}], seed {Seed}";
}
