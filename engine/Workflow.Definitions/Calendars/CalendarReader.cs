using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;

namespace Workflow.Definitions.Calendars;

/// <summary>Reads a folder of calendar files: one per year with its editions, and regional overlays.</summary>
public static class CalendarReader
{
    /// <summary>Reads every <c>*.yaml</c> below a folder; null when any problem is an error.</summary>
    /// <param name="path">The folder, like <c>definitions/calendars</c>. A file with the key <c>overlay</c> is a regional layer.</param>
    /// <param name="problems">Collects what should be mended, with file, line and column.</param>
    public static CalendarShelf? ReadFolder(string path, Problems problems)
    {
        var found = new Problems();
        var (years, overlays) = (new List<YearFile>(), new List<OverlayFile>());
        foreach (var file in Files(path, found))
            if (ReadFile(path, file, found) is { } root) Sort(root, found, years, overlays);
        CalendarSet.Check(path, years, overlays, found);
        problems.Add(found.All);
        return found.HasErrors ? null : new CalendarShelf(
            [.. years.OrderBy(y => y.Year).SelectMany(y => y.Editions)], [.. overlays.Select(o => o.Overlay)]);
    }

    private static ImmutableArray<string> Files(string path, Problems problems)
    {
        if (Directory.Exists(path)) return [.. Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        problems.Error(new Position(path, 1, 1), CalendarProblems.NoFolder(path));
        return [];
    }

    private static MapSyntax? ReadFile(string folder, string file, Problems problems)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        try
        {
            var root = SyntaxReader.Read(name, File.ReadAllBytes(file), problems);
            if (root is null or MapSyntax) return root as MapSyntax;
            problems.Error(root.At, CalendarProblems.File());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Error(new Position(name, 1, 1), CalendarProblems.Unreadable(fault.Message.TrimEnd('.')));
        }

        return null;
    }

    private static void Sort(MapSyntax root, Problems problems, List<YearFile> years, List<OverlayFile> overlays)
    {
        if (root["overlay"] is not null)
        {
            if (OverlayFile.Read(new CalendarFields(root, problems)) is { } overlay) overlays.Add(overlay);
        }
        else if (YearFile.Read(new CalendarFields(root, problems)) is { } year)
        {
            years.Add(year);
        }
    }
}
