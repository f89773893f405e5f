using System.Collections.Immutable;
using Workflow.Definitions.Reading.Clocks;
using Workflow.Definitions.Reading.Laws;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>One row of a file of requests, understood.</summary>
internal static class DueRequest
{
    internal static readonly ImmutableArray<string> Header = ["id", "from", "limit", "pauses", "roll"];

    /// <summary>Returns the reckoning a row asks for and null, or null and what is wrong with the row.</summary>
    internal static (Reckoning? Reckoning, Message? Fault) Parse(CsvRow row, WorkCalendar calendar) =>
        row.Fault is { } fault ? (null, fault)
        : row.Fields.Length != Header.Length ? (null, CsvFaults.Width(Header.Length, row.Fields.Length))
        : Parse(row.Fields, calendar);

    private static (Reckoning? Reckoning, Message? Fault) Parse(ImmutableArray<string> fields, WorkCalendar calendar)
    {
        var (begun, fault) = Begun(fields[1].Trim(), fields[2], calendar);
        return begun is null ? (null, fault) : Excluded(fields, begun, calendar);
    }

    private static (Reckoning? Reckoning, Message? Fault) Begun(string from, string limit, WorkCalendar calendar)
    {
        if (Moment.Parse(from, calendar) is not { } start)
            return (null, DueFaults.From(from));
        if (!LimitText.TryParse(limit, out var period, out var direction, out var fault))
            return (null, fault);
        return period.Unit == PeriodUnit.Hours && !start.Exact
            ? (null, DueFaults.FromWithoutTime(from))
            : (new Reckoning(period, direction, start.Day, start.At, [], RollRule.None), null);
    }

    private static (Reckoning? Reckoning, Message? Fault) Excluded(ImmutableArray<string> fields, Reckoning begun, WorkCalendar calendar)
    {
        var hours = begun.Period.Unit == PeriodUnit.Hours;
        var (pauses, fault) = PauseText.Parse(fields[3].Trim(), hours, calendar);
        if (fault is not null)
            return (null, fault);
        var (roll, refused) = Roll(fields[4].Trim(), begun);
        return refused is not null ? (null, refused) : Rested(begun with { Exclusions = pauses, Roll = roll });
    }

    // A row names no law: the one in force on its first day says which rest prolongs it.
    private static (Reckoning? Reckoning, Message? Fault) Rested(Reckoning reckoning)
    {
        if (reckoning.Roll != RollRule.Tax)
            return (reckoning, null);
        return ShippedLaws.Book.LongRestOn(reckoning.StartDay) is { } rest
            ? (reckoning with { LongRest = rest.Days }, null)
            : (null, DueFaults.TaxWithoutLaw(reckoning.StartDay));
    }

    private static (RollRule Roll, Message? Fault) Roll(string text, Reckoning begun) =>
        (Roll(text), begun.Period.Unit, begun.Direction) switch
        {
            (null, _, _) => (default, DueFaults.Roll(text)),
            (not RollRule.None, PeriodUnit.Hours, _) => (default, DueFaults.RollOfHours(text)),
            (RollRule.NextWorkingDay or RollRule.Tax, _, Counting.Backward) => (default, DueFaults.RollForward(text)),
            // Days off are left out of working days already.
            (RollRule.Tax, PeriodUnit.WorkingDays, _) => (default, DueFaults.TaxOfWorkingDays()),
            ({ } roll, _, _) => (roll, null),
        };

    // As a clock says it; nothing is written where nothing happens.
    private static RollRule? Roll(string text) =>
        text.Length == 0 ? RollRule.None : ClockReader.Rolls.Where(r => r.Word == text).Select(r => (RollRule?)r.Rule).FirstOrDefault();
}
