using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Calendars;

/// <summary>Checks that the files of one folder fit together: one country, each year once, none missing, each overlay once.</summary>
internal static class CalendarSet
{
    internal static void Check(string path, List<YearFile> years, List<OverlayFile> overlays, Problems problems)
    {
        if (years.Count == 0 && !problems.HasErrors)
            problems.Error(new Position(path, 1, 1), CalendarProblems.NoYear());
        InOrder(years, problems);
        foreach (var again in overlays.GroupBy(o => o.Overlay.Id).SelectMany(same => same.Skip(1)))
            problems.Error(again.At, CalendarProblems.OverlayTwice(again.Overlay.Id));
    }

    private static void InOrder(List<YearFile> years, Problems problems)
    {
        var sorted = years.OrderBy(y => y.Year).ToList();
        foreach (var (earlier, later) in sorted.Zip(sorted.Skip(1)))
            Pair(earlier, later, problems);
    }

    private static void Pair(YearFile earlier, YearFile later, Problems problems)
    {
        if (later.Country != earlier.Country)
            problems.Error(later.At, CalendarProblems.Countries(later.Country, earlier.Country));
        if (later.Year == earlier.Year)
            problems.Error(later.At, CalendarProblems.YearTwice($"{later.Year}", earlier.At.File));
        else if (later.Year != earlier.Year + 1)
            problems.Error(later.At, CalendarProblems.Gap($"{later.Year}", $"{earlier.Year}", $"{earlier.Year + 1}"));
    }
}
