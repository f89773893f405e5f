using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Evidence;

public sealed class LampTests
{
    [TestCase("2014-05-06", Lamp.Green)]
    [TestCase("2014-05-07", Lamp.Yellow)]
    [TestCase("2014-05-09", Lamp.Yellow)]
    [TestCase("2014-05-10", Lamp.Red)]
    public void The_last_day_is_yellow_and_the_next_is_red(string day, Lamp lamp) =>
        Assert.That(Lamps.Of(Clock(), Shelf.Day(day)), Is.EqualTo(lamp));

    [Test]
    public void A_clock_that_stands_still_is_grey() =>
        Assert.That(Lamps.Of(Clock() with { Left = 3 }, Shelf.Day("2014-05-20")), Is.EqualTo(Lamp.Grey));

    [Test]
    public void A_clock_that_nobody_waits_for_has_no_lamp() =>
        Assert.That(Lamps.Of(Clock() with { Status = ClockStatus.Stopped }, Shelf.Day("2014-05-20")), Is.Null);

    [Test]
    public void A_floor_never_turns_red() =>
        Assert.That(Lamps.Of(Clock() with { Kind = LimitKind.AtLeast }, Shelf.Day("2014-05-20")), Is.EqualTo(Lamp.Green));

    [TestCase("2014-05-05", Lamp.Green)]
    [TestCase("2014-05-06", Lamp.Yellow)]
    [TestCase("2014-05-07", Lamp.Red)]
    public void The_promise_has_a_lamp_of_its_own(string day, Lamp lamp) =>
        Assert.That(Lamps.OfPromise(Clock() with { PromiseOn = Shelf.Day("2014-05-06") }, Shelf.Day(day)), Is.EqualTo(lamp));

    [TestCase("2014-05-06", false, false, Lamp.Green)]
    [TestCase("2014-05-07", false, false, Lamp.Yellow)]
    [TestCase("2014-05-09", false, true, Lamp.Red, Description = "a limit in hours may end within its last day")]
    [TestCase("2014-05-20", true, false, Lamp.Green, Description = "a floor is nobody's delay")]
    public void A_task_has_the_colour_of_its_limit(string day, bool floor, bool overdue, Lamp lamp)
    {
        var clock = Clock() with
        {
            Kind = floor ? LimitKind.AtLeast : LimitKind.For,
            Status = overdue ? ClockStatus.Overdue : ClockStatus.Running,
        };
        var row = new InboxRow(
            "1",
            "review",
            "hall.clerk",
            "hall",
            "clerk",
            null,
            null,
            Shelf.Day("2014-05-05"),
            clock.YellowFrom,
            clock.DueOn,
            clock.IsPaused,
            overdue,
            floor
        );
        Assert.That((Lamps.Of(row, Shelf.Day(day)), Lamps.Of(clock, Shelf.Day(day))), Is.EqualTo(((Lamp?)lamp, (Lamp?)lamp)));
    }

    [Test]
    public void A_task_that_stands_still_is_grey_and_one_without_a_limit_has_no_lamp()
    {
        var row = new InboxRow(
            "1",
            "review",
            "hall.clerk",
            "hall",
            "clerk",
            null,
            null,
            Shelf.Day("2014-05-05"),
            Clock().YellowFrom,
            Clock().DueOn,
            true
        );
        Assert.That(
            (
                Lamps.Of(row, Shelf.Day("2014-05-20")),
                Lamps.Of(row with { YellowFrom = null, DueOn = null, Paused = false }, Shelf.Day("2014-05-20"))
            ),
            Is.EqualTo(((Lamp?)Lamp.Grey, (Lamp?)null))
        );
    }

    private static ClockState Clock() =>
        new()
        {
            Id = "c",
            Rule = "c",
            Kind = LimitKind.For,
            Period = new Period(4, PeriodUnit.WorkingDays),
            StartDay = Shelf.Day("2014-05-05"),
            StartAt = Shelf.Calendar.StartOf(Shelf.Day("2014-05-05")),
            Calendar = Shelf.Calendar.Digest,
            DueOn = Shelf.Day("2014-05-09"),
            DueAt = Shelf.Calendar.EndOf(Shelf.Day("2014-05-09")),
            YellowFrom = Shelf.Day("2014-05-07"),
        };
}
