using Workflow.Definitions.Calendars;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Host.Opening;

namespace Workflow.Host.Commands;

/// <summary>Finds what is to be checked below files and folders, and checks each with its own reader.</summary>
public static class LintPaths
{
    private const string CalendarFolder = "calendars";

    /// <summary>Returns every problem, each position under the path as the person gave it.</summary>
    /// <exception cref="OpeningRefusedException">A path does not exist.</exception>
    public static IReadOnlyList<Problem> Check(IEnumerable<string> paths)
    {
        var found = new Problems();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) found.Add(Folder(path));
            else if (File.Exists(path)) found.Add(OneFile(path));
            else throw new OpeningRefusedException($"Expected a file or a folder, but there is no '{path}'.");
        }

        return found.All;
    }

    private static IEnumerable<Problem> Folder(string path)
    {
        if (Path.GetFileName(Path.GetFullPath(path)) == CalendarFolder) return Calendars(path);
        var found = new Problems();
        found.Add(Under(path, DefinitionLibrary.Load(path).Problems));
        if (File.Exists(Path.Combine(path, RegisterReader.RegisterFile)) || File.Exists(Path.Combine(path, RegisterReader.CatalogueFile))) RegisterReader.ReadFolder(path, found);
        foreach (var calendars in Directory.EnumerateDirectories(path, CalendarFolder, SearchOption.AllDirectories)) found.Add(Calendars(calendars));
        return found.All;
    }

    // One file is read with the fragments and processes around it.
    private static IEnumerable<Problem> OneFile(string path)
    {
        var name = Path.GetFileName(path);
        if (name is RegisterReader.RegisterFile or RegisterReader.CatalogueFile) return Register(path);
        if (DefinitionsAround(path) is not { } root) return DefinitionReader.Read(path, File.ReadAllBytes(path), DefinitionLibrary.Empty).Problems;
        var inside = Path.GetRelativePath(root, path).Replace('\\', '/');
        return inside.StartsWith(CalendarFolder + "/", StringComparison.Ordinal)
            ? Calendars(Path.Combine(root, CalendarFolder)).Where(p => Path.GetFileName(p.At.File) == name)
            : Under(root, DefinitionLibrary.Load(root).Problems.Where(p => p.At.File == inside));
    }

    private static IEnumerable<Problem> Register(string path)
    {
        var found = new Problems();
        RegisterReader.ReadFolder(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", found);
        return found.All.Where(p => Path.GetFileName(p.At.File) == Path.GetFileName(path));
    }

    private static IEnumerable<Problem> Calendars(string folder)
    {
        var found = new Problems();
        CalendarReader.ReadFolder(folder, found);
        return Under(folder, found.All);
    }

    private static IEnumerable<Problem> Under(string folder, IEnumerable<Problem> problems) =>
        problems.Select(p => p.At.File.StartsWith(folder, StringComparison.Ordinal) ? p : p with { At = p.At with { File = Path.Combine(folder, p.At.File) } });

    private static string? DefinitionsAround(string path)
    {
        for (var at = Directory.GetParent(Path.GetFullPath(path)); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "fragments")) || File.Exists(Path.Combine(at.FullName, RegisterReader.RegisterFile)))
                return Path.IsPathRooted(path) ? at.FullName : Path.GetRelativePath(Directory.GetCurrentDirectory(), at.FullName);
        return null;
    }
}
