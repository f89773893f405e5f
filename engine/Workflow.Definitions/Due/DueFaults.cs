using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>What is wrong with a file of requests or a row of it.</summary>
internal static class DueFaults
{
    /// <summary>Says on which line something is wrong.</summary>
    internal static Message OnLine(int line, Message wrong) => new("due.on_line", ("line", line), ("wrong", wrong));

    internal static Message Empty(string header) => new("due.empty", ("header", header));

    internal static Message Header(string header, string found) => new("due.header", ("header", header), ("found", found));

    internal static Message From(string found) => new("due.from", ("found", found));

    internal static Message FromWithoutTime(string found) => new("due.from_without_time", ("found", found));

    internal static Message Units(Period first, Period second) => new("due.units", ("first", first), ("second", second));

    internal static Message TooLong(int most) => new("due.too_long", ("most", most));

    internal static Message Pause(string found) => new("due.pause", ("found", found));

    internal static Message PauseWithoutTimes(string found) => new("due.pause_without_times", ("found", found));

    internal static Message PauseBackwards(string found) => new("due.pause_backwards", ("found", found));

    internal static Message Roll(string found) => new("due.roll", ("found", found));

    internal static Message RollOfHours(string found) => new("due.roll_of_hours", ("found", found));

    internal static Message TaxOfWorkingDays() => new("due.tax_of_working_days");

    internal static Message TaxWithoutLaw(DateOnly day) => new("due.tax_without_law", ("day", day));

    internal static Message RollForward(string found) => new("due.roll_forward", ("found", found));

    internal static Message OutOfYears() => new("due.out_of_years");
}
