using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;

namespace Workflow.Definitions.Calendars;

/// <summary>A file with all editions of one year.</summary>
internal sealed record YearFile(Position At, string Country, int Year, ImmutableArray<CalendarEdition> Editions)
{
    internal static YearFile? Read(CalendarFields fields)
    {
        fields.Only("country", "year", "editions");
        var (country, year) = (fields.Text("country"), fields.Number("year", 1900, 9990));
        var editions = ImmutableArray.CreateBuilder<CalendarEdition>();
        foreach (var item in fields.Items("editions"))
            if (year is { } known && Edition(item, known, editions.LastOrDefault()) is { } edition) editions.Add(edition);
        return country is null || year is null ? null : new YearFile(fields.At, country, year.Value, editions.ToImmutable());
    }

    private static CalendarEdition? Edition(CalendarFields fields, int year, CalendarEdition? earlier)
    {
        fields.Only("number", "published", "notice", "source", "days");
        var (number, published) = (fields.Number("number", 1, 99), fields.Date("published"));
        var (notice, source) = (fields.Optional("notice"), fields.Optional("source"));
        var days = DayList.Read(fields, (date, works) => Fault(year, date, works));
        if (number is null || published is null) return null;
        var expected = (earlier?.Number ?? 0) + 1;
        if (number != expected)
            fields.Problems.Error(fields.At, "calendar.edition_order", $"Expected edition {expected} of {year}, but found {number}.");
        if (earlier is not null && published <= earlier.Published)
            fields.Problems.Error(fields.At, "calendar.edition_order", $"Expected edition {number} of {year} after {earlier.Published:O}, but it was published {published:O}.");
        return new CalendarEdition(year, number.Value, published.Value, notice, source, days);
    }

    private static string? Fault(int year, DateOnly date, bool works)
    {
        var newYear = date.Year == year - 1 && date.Month == 12;
        if (date.Year != year && !newYear) return $"Expected a day of {year} or of the December before, but found {date:O}.";
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return works && !weekend ? $"Expected a Saturday or Sunday to be made a workday, but {date:O} is a {date.DayOfWeek}." : null;
    }
}
