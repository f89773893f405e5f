using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;

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
            if (year is { } known && Edition(item, known, editions.LastOrDefault()) is { } edition)
                editions.Add(edition);
        return country is null || year is null ? null : new YearFile(fields.At, country, year.Value, editions.ToImmutable());
    }

    private static CalendarEdition? Edition(CalendarFields fields, int year, CalendarEdition? earlier)
    {
        fields.Only("number", "published", "notice", "source", "days");
        var (number, published) = (fields.Number("number", 1, 99), fields.Date("published"));
        var (notice, source) = (fields.Optional("notice"), fields.Optional("source"));
        var days = DayList.Read(fields, (date, works) => Fault(year, date, works));
        if (number is null || published is null)
            return null;
        var edition = new CalendarEdition(year, number.Value, published.Value, notice, source, days);
        Follows(fields, earlier, edition);
        return edition;
    }

    private static Message? Fault(int year, DateOnly date, bool works)
    {
        var newYear = date.Year == year - 1 && date.Month == 12;
        if (date.Year != year && !newYear)
            return CalendarProblems.OtherYear(year, date);
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return works && !weekend ? CalendarProblems.Weekday(date, Weekdays.Of(date)) : null;
    }

    private static void Follows(CalendarFields fields, CalendarEdition? earlier, CalendarEdition edition)
    {
        var expected = (earlier?.Number ?? 0) + 1;
        if (edition.Number != expected)
            fields.Problems.Error(fields.At, CalendarProblems.EditionNumber(expected, edition.Year, edition.Number));
        if (earlier is not null && edition.Published <= earlier.Published)
            fields.Problems.Error(
                fields.At,
                CalendarProblems.EditionDay(edition.Number, edition.Year, earlier.Published, edition.Published)
            );
    }
}
