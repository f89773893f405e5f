using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Migration;

/// <summary>Lengths that the office sets, and the own limits of those who answer in a joint review, when a case moves to the next edition.</summary>
public sealed class LimitMovesTests
{
    // Told 20 days on 2026-03-02, so until 03-22; where at most 15 are allowed now, until 03-17.
    [TestCase(30, "2026-03-22")]
    [TestCase(25, "2026-03-22")]
    [TestCase(20, "2026-03-22")]
    [TestCase(15, "2026-03-17")]
    public void A_length_that_was_set_stands_as_far_as_the_new_maximum_allows(int most, string due)
    {
        var (it, to) = Between(Mending(30), Mending(most));
        it.Does("first-officer", Told(20)).On("2026-03-10").Does("head", To(to));
        Assert.That((it.State.Clocks["mend"].StartDay, it.State.Clocks["mend"].DueOn), Is.EqualTo((Day("2026-03-02"), Day(due))));
        it.DecidedTheSameAgain();
    }

    // Nobody has told a length yet: the whole 30 days from 03-02 end on 04-01, the whole 25 on 03-27; 10 told later end on 03-12.
    [Test]
    public void A_length_that_is_told_after_the_move_counts_from_the_first_day()
    {
        var (it, to) = Between(Ordering, Ordering, Clock(30), Clock(25));
        it.Does("clerk", Done("receive"));
        Assert.That(it.State.Clocks["mending"].DueOn, Is.EqualTo(Day("2026-04-01")));
        it.On("2026-03-10").Does("head", To(to));
        Assert.That(it.State.Clocks["mending"].DueOn, Is.EqualTo(Day("2026-03-27")));
        it.Refused("first-officer", Told(26), "clock.length_out_of_bounds").Does("first-officer", Told(10));
        Assert.That(
            (it.State.Clocks["mending"].StartDay, it.State.Clocks["mending"].DueOn),
            Is.EqualTo((Day("2026-03-02"), Day("2026-03-12")))
        );
    }

    // Open since Monday 03-09: 5 working days end on 03-16, 8 on 03-19.
    [Test]
    public void A_participant_s_own_limit_counts_from_its_turn_under_the_new_length()
    {
        var (it, to) = Between(
            Review("limit: {for: 5 working days, on-expiry: not-counted, basis: internal}"),
            Review("limit: {for: 8 working days, on-expiry: not-counted, basis: internal}")
        );
        it.On("2026-03-09").Does("clerk", Done("receive"));
        Assert.That(it.State.Clocks["review/hall.leader"].DueOn, Is.EqualTo(Day("2026-03-16")));
        it.On("2026-03-11").Does("head", To(to));
        Assert.That(
            (it.State.Clocks["review/hall.leader"].StartDay, it.State.Clocks["review/hall.leader"].DueOn),
            Is.EqualTo((Day("2026-03-09"), Day("2026-03-19")))
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_participant_s_limit_ends_only_by_name_and_a_new_one_starts_on_the_day_of_the_move()
    {
        const string own = "limit: {for: 5 working days, on-expiry: not-counted, basis: internal}";
        var (it, to) = Between(Review(own), Review("officers: 1"));
        it.On("2026-03-09").Does("clerk", Done("receive")).On("2026-03-11").Refused("head", To(to), "migrate.clock_gone");
        it.Does("head", To(to) with { Map = new MigrationMap { Ends = ["review/hall.leader"] } });
        Assert.That(it.State.Clocks["review/hall.leader"].IsOpen, Is.False);

        // 5 working days from Wednesday 03-11 end on 03-18: it is not late for days on which nobody had told it of a limit.
        var (other, limited) = Between(Review("officers: 1"), Review(own));
        other.On("2026-03-09").Does("clerk", Done("receive")).On("2026-03-11").Does("head", To(limited));
        Assert.That(
            (other.State.Clocks["review/hall.leader"].StartDay, other.State.Clocks["review/hall.leader"].DueOn),
            Is.EqualTo((Day("2026-03-11"), Day("2026-03-18")))
        );
    }

    private static string Mending(int most) =>
        $$$"""
              - {step: order, title: 责令整改, by: hall.officer, asks: {days: {title: 天数, type: number, required: true} }}
              - {step: mend, title: 整改, by: applicant, limit: {up-to: {{{most}}} days, set-by: order.days, basis: internal}, end: mended}
            """;

    private const string Ordering = """
          - {step: receive, title: 收件, by: hall.clerk, marks: noticed}
          - {step: order, title: 责令整改, by: hall.officer, asks: {days: {title: 天数, type: number, required: true}}}
          - {step: mend, title: 整改, by: applicant, marks: mended, end: mended}
        """;

    private static string Clock(int most) =>
        $"clocks: {{mending: {{title: 整改期限, up-to: {most} days, set-by: order.days, from: noticed, until: mended, basis: internal}}}}";

    private static string Review(string leader) =>
        $$$"""
              - {step: receive, title: 收件, by: hall.clerk}
              - joint: review
                title: 会审
                participants: [hall.clerk, hall.officer, {by: hall.leader, {{{leader}}} }]
                decide: {pass: all, otherwise: fail}
                close: all-answered
                outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: refused}}
            """;

    private static Complete Told(int days) =>
        new()
        {
            Step = "order",
            Outcome = "done",
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("days", new NumberValue(days)),
        };

    private static MigrateCase To(string digest) =>
        new()
        {
            To = digest,
            Document = "批复3号",
            Reasons = "新版施行",
        };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
