using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;

namespace Workflow.Definitions.Calendars;

/// <summary>A file with the editions of the regulation that fixes the holidays of every year.</summary>
internal sealed record StatutoryFile(ImmutableArray<StatutoryEdition> Editions)
{
    private const string EveOfNewYear = "eve";
    private const string ClearAndBright = "清明";

    internal static StatutoryFile Read(CalendarFields fields)
    {
        fields.Only("country", "statutory", "editions");
        fields.Text("country");
        var title = fields.Text("statutory");
        return new StatutoryFile([.. fields.Items("editions").Select(e => Edition(e, title ?? "")).OfType<StatutoryEdition>()]);
    }

    private static StatutoryEdition? Edition(CalendarFields fields, string title)
    {
        fields.Only("edition", "published", "from", "days");
        var (edition, from) = (fields.Text("edition"), fields.Date("from"));
        var published = fields.Has("published") ? fields.Date("published") : from;
        var rules = fields.Items("days").SelectMany(Rules).ToList();
        if (edition is null || from is not { } first || published is null)
            return null;
        return new StatutoryEdition($"{title}（{edition}）", published.Value, first, [.. DaysOff(first, rules)]);
    }

    private static IEnumerable<CalendarException> DaysOff(DateOnly first, IReadOnlyList<(string Name, Func<int, DateOnly> Day)> rules) =>
        Years(first)
            .SelectMany(y => rules.Select(r => new CalendarException(r.Day(y), false, r.Name)))
            .Where(d => d.Date >= first)
            .DistinctBy(d => d.Date)
            .OrderBy(d => d.Date);

    private static IEnumerable<int> Years(DateOnly first)
    {
        var from = Math.Max(first.Year, Almanac.FirstYear);
        return Enumerable.Range(from, Math.Max(0, Almanac.LastYear - from + 1));
    }

    private static IEnumerable<(string Name, Func<int, DateOnly> Day)> Rules(CalendarFields holiday)
    {
        holiday.Only("holiday", "days", "lunar", "term");
        var name = holiday.Text("holiday") ?? "";
        return holiday
            .Texts("days")
            .Select(d => Solar(holiday, d))
            .Concat(holiday.Texts("lunar").Select(d => Lunar(holiday, d)))
            .Concat(holiday.Texts("term").Select(t => Term(holiday, t)))
            .OfType<Func<int, DateOnly>>()
            .Select(rule => (name, rule));
    }

    private static Func<int, DateOnly>? Solar(CalendarFields fields, (Position At, string Text) written)
    {
        // A year without a 29 February has no such day.
        if (MonthDay(written.Text) is { } day && day.Day <= DateTime.DaysInMonth(Almanac.FirstYear + 1, day.Month))
            return year => new DateOnly(year, day.Month, day.Day);
        fields.Problems.Error(written.At, CalendarProblems.MonthDay(written.Text));
        return null;
    }

    private static Func<int, DateOnly>? Lunar(CalendarFields fields, (Position At, string Text) written)
    {
        if (written.Text == EveOfNewYear)
            return Almanac.Eve;
        if (MonthDay(written.Text) is { Day: <= Almanac.ShortestMonth } day)
            return year => Almanac.Lunar(year, day.Month, day.Day);
        fields.Problems.Error(written.At, CalendarProblems.MonthDay(written.Text));
        return null;
    }

    private static Func<int, DateOnly>? Term(CalendarFields fields, (Position At, string Text) written)
    {
        if (written.Text == ClearAndBright)
            return Almanac.Qingming;
        fields.Problems.Error(written.At, CalendarProblems.Term(ClearAndBright, written.Text));
        return null;
    }

    private static (int Month, int Day)? MonthDay(string text) =>
        text.Split('-') is [{ Length: 2 } month, { Length: 2 } day]
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && m is >= 1 and <= 12
        && d is >= 1 and <= 31
            ? (m, d)
            : null;
}
