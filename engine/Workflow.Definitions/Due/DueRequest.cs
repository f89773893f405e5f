using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>One row of a file of requests, understood.</summary>
internal static class DueRequest
{
    internal static readonly ImmutableArray<string> Header = ["id", "from", "limit", "pauses", "roll"];

    /// <summary>Returns the reckoning a row asks for and null, or null and a sentence with what was expected and found.</summary>
    internal static (Reckoning? Reckoning, string? Error) Parse(CsvRow row, WorkCalendar calendar)
    {
        if (row.Fault is not null)
            return (null, row.Fault);
        if (row.Fields.Length != Header.Length)
            return (null, $"Expected {Header.Length} fields, but found {row.Fields.Length}.");
        var (from, limit) = (row.Fields[1].Trim(), row.Fields[2]);
        if (Moment.Parse(from, calendar) is not { } start)
            return (null, $"Expected a date like 2025-09-24 from 1900 to 9990 as 'from', but found '{from}'.");
        if (!LimitText.TryParse(limit, out var period, out var direction, out var error))
            return (null, error);
        var hours = period.Unit == PeriodUnit.Hours;
        if (hours && !start.Exact)
            return (null, $"Expected a moment like 2025-09-24T10:30 as 'from' of hours, but found '{from}'.");
        var (pauses, fault) = PauseText.Parse(row.Fields[3].Trim(), hours, calendar);
        if (fault is not null)
            return (null, fault);
        var (roll, refused) = Roll(row.Fields[4].Trim(), hours, direction);
        return refused is not null ? (null, refused) : (new Reckoning(period, direction, start.Day, start.At, pauses, roll), null);
    }

    private static (RollRule Roll, string? Error) Roll(string text, bool hours, Counting direction)
    {
        RollRule? roll = text switch
        {
            "" or "none" => RollRule.None,
            "next-working-day" => RollRule.NextWorkingDay,
            "previous-working-day" => RollRule.PreviousWorkingDay,
            "tax" => RollRule.Tax,
            _ => null,
        };
        return (roll, hours, direction) switch
        {
            (null, _, _) => (default, $"Expected next-working-day, previous-working-day, tax or none as 'roll', but found '{text}'."),
            (not RollRule.None, true, _) => (default, $"Expected no roll for a limit in hours, but found '{text}'."),
            (RollRule.NextWorkingDay or RollRule.Tax, _, Counting.Backward) => (
                default,
                $"Expected a limit counted backwards never to move later, but found '{text}'."
            ),
            _ => (roll.Value, null),
        };
    }
}
