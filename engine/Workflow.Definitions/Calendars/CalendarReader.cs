using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Calendars;

/// <summary>Reads a folder of calendar files: one per year with its editions, the regulation on holidays, and regional overlays.</summary>
public static class CalendarReader
{
    /// <summary>Reads every <c>*.yaml</c> below a folder; null when any problem is an error.</summary>
    /// <param name="path">The folder, like <c>definitions/calendars</c>. A file with the key <c>overlay</c> is a regional layer, one with <c>statutory</c> the regulation.</param>
    /// <param name="problems">Collects what should be mended, with file, line and column.</param>
    public static CalendarShelf? ReadFolder(string path, Problems problems)
    {
        var found = new Problems();
        var files = Files(path, found).Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), Bytes(path, file, found)));
        List<(string, byte[])> read = [.. files.Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!))];
        var shelf = found.HasErrors && read.Count == 0 ? null : Read(path, read, found);
        problems.Add(found.All);
        return found.HasErrors ? null : shelf;
    }

    /// <summary>Reads files that are in memory; null when any problem is an error.</summary>
    /// <param name="path">What the folder is called in problems of it as a whole.</param>
    /// <param name="files">Each file's name and bytes.</param>
    /// <param name="problems">Collects what should be mended, with file, line and column.</param>
    public static CalendarShelf? Read(string path, IEnumerable<(string Name, byte[] Bytes)> files, Problems problems)
    {
        var found = new Problems();
        var read = new ReadFiles([], [], []);
        foreach (var (name, bytes) in files)
            if (Root(name, bytes, found) is { } root)
                Sort(root, found, read);
        CalendarSet.Check(path, read.Years, read.Overlays, found);
        problems.Add(found.All);
        return found.HasErrors ? null : Shelf(read);
    }

    private static CalendarShelf Shelf(ReadFiles read) =>
        new([.. read.Years.OrderBy(y => y.Year).SelectMany(y => y.Editions)], [.. read.Overlays.Select(o => o.Overlay)])
        {
            Statutory = [.. read.Statutory.SelectMany(s => s.Editions)],
        };

    private sealed record ReadFiles(List<YearFile> Years, List<OverlayFile> Overlays, List<StatutoryFile> Statutory);

    private static ImmutableArray<string> Files(string path, Problems problems)
    {
        if (Directory.Exists(path))
            return [.. FilesBelow.Of(path, "*.yaml").Order(StringComparer.Ordinal)];
        problems.Error(new Position(path, 1, 1), CalendarProblems.NoFolder(path));
        return [];
    }

    private static byte[]? Bytes(string folder, string file, Problems problems)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            problems.Error(new Position(name, 1, 1), CalendarProblems.Unreadable(MachineText.Of(fault)));
            return null;
        }
    }

    private static MapSyntax? Root(string name, byte[] bytes, Problems problems)
    {
        var root = SyntaxReader.Read(name, bytes, problems);
        if (root is not null and not MapSyntax)
            problems.Error(root.At, CalendarProblems.File());
        return root as MapSyntax;
    }

    private static void Sort(MapSyntax root, Problems problems, ReadFiles read)
    {
        var fields = new CalendarFields(root, problems);
        if (root["statutory"] is not null)
            read.Statutory.Add(StatutoryFile.Read(fields));
        else if (root["overlay"] is not null)
            read.Overlays.AddRange(OverlayFile.Read(fields) is { } overlay ? [overlay] : []);
        else
            read.Years.AddRange(YearFile.Read(fields) is { } year ? [year] : []);
    }
}
