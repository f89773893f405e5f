using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Calendars;

/// <summary>Checks that the files of one folder fit together: one country, each year once, none missing, each overlay once.</summary>
internal static class CalendarSet
{
    internal static void Check(string path, List<YearFile> years, List<OverlayFile> overlays, Problems problems)
    {
        if (years.Count == 0 && !problems.HasErrors)
            problems.Error(new Position(path, 1, 1), "calendar.no_year", "Expected at least one file of a year, but found none.");
        var sorted = years.OrderBy(y => y.Year).ToList();
        foreach (var (earlier, later) in sorted.Zip(sorted.Skip(1))) Pair(earlier, later, problems);
        foreach (var again in overlays.GroupBy(o => o.Overlay.Id).SelectMany(same => same.Skip(1)))
            problems.Error(again.At, "calendar.overlay_twice", $"Expected each overlay once, but '{again.Overlay.Id}' stands here again.");
    }

    private static void Pair(YearFile earlier, YearFile later, Problems problems)
    {
        if (later.Country != earlier.Country)
            problems.Error(later.At, "calendar.countries", $"Expected one country in a folder, but found '{later.Country}' beside '{earlier.Country}'.");
        if (later.Year == earlier.Year)
            problems.Error(later.At, "calendar.year_twice", $"Expected each year once, but {later.Year} is also in {earlier.At.File}.");
        else if (later.Year != earlier.Year + 1)
            problems.Error(later.At, "calendar.gap", $"Expected years without a gap, but {later.Year} follows {earlier.Year}.", $"add {earlier.Year + 1}");
    }
}
