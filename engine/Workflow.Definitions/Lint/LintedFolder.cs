using Workflow.Definitions.Calendars;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint;

/// <summary>What is linted together: the definitions of a folder with the register, the calendars and the scenarios beside them.</summary>
public sealed record LintedFolder
{
    private readonly Problems _problems = new();

    /// <summary>Makes what is linted from what is read already.</summary>
    /// <param name="library">The processes, fragments and laws.</param>
    /// <param name="register">The register with its catalogue; null where there is none.</param>
    public LintedFolder(DefinitionLibrary library, Register? register) =>
        (Library, Register, Files) = (library, register, library.Files.ToDictionary(f => f.Name, f => f.Bytes, StringComparer.Ordinal));

    /// <summary>Makes what is linted from a whole folder that is read already, and in which nothing is wrong.</summary>
    /// <param name="library">The processes, fragments and laws.</param>
    /// <param name="register">The register with its catalogue.</param>
    /// <param name="calendars">The calendars.</param>
    /// <param name="files">The bytes of every file of the folder, as <see cref="FilesOf(string)"/> returns them.</param>
    public LintedFolder(DefinitionLibrary library, Register register, CalendarShelf calendars, IReadOnlyDictionary<string, byte[]> files) =>
        (Library, Register, Calendars, Files) = (library, register, calendars, files);

    /// <summary>The processes, fragments and laws.</summary>
    public DefinitionLibrary Library { get; private init; }

    /// <summary>The register with its catalogue; null where there is none, and where it has errors.</summary>
    public Register? Register { get; private init; }

    /// <summary>Problems of the register, the catalogue and the calendars.</summary>
    public IReadOnlyList<Problem> Problems => _problems.All;

    /// <summary>The calendars; null where there are none, and where they have errors.</summary>
    internal CalendarShelf? Calendars { get; private init; }

    /// <summary>The bytes of every file that was read, by its name.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files { get; private init; }

    /// <summary>Reads everything below a folder.</summary>
    /// <param name="root">The folder of the definitions.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static LintedFolder Read(string root) => Read(root, root);

    /// <summary>Reads a part of a folder.</summary>
    /// <param name="root">The folder that the names of files begin at.</param>
    /// <param name="part">The folder whose files are read; it lies in the first, or is it.</param>
    public static LintedFolder Read(string root, string part) => Of(FilesOf(root, part));

    /// <summary>Reads everything below a folder, one file of it as it is to be. Only a process is read among what is read already.</summary>
    /// <param name="root">The folder of the definitions.</param>
    /// <param name="name">The file's name below the folder.</param>
    /// <param name="bytes">What it is to hold.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static LintedFolder Read(string root, string name, byte[] bytes)
    {
        var files = FilesOf(root, root);
        if (IsProcess(name, bytes) && IsProcess(name, files.GetValueOrDefault(name, bytes)))
            return Of(files).With(name, bytes);
        files[name] = bytes;
        return Of(files);
    }

    // Everything else may be used by every process: with it all of them are read.
    private static bool IsProcess(string name, byte[] bytes) =>
        LibraryFiles.IsDefinition(name) && !LibraryFiles.IsLaw(name) && ProcessFile.Of(name, bytes).Fragment is null;

    /// <summary>Reads the bytes of everything below a folder, by the name below it.</summary>
    /// <param name="root">The folder of the definitions.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static IReadOnlyDictionary<string, byte[]> FilesOf(string root) => FilesOf(root, root);

    private static Dictionary<string, byte[]> FilesOf(string root, string part) =>
        FilesBelow
            .Of(part, "*.yaml")
            .Select(path => (Name: LibraryFiles.Name(root, path), Path: path))
            .Where(f => !LibraryFiles.IsBuilt(f.Name))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToDictionary(f => f.Name, f => File.ReadAllBytes(f.Path), StringComparer.Ordinal);

    /// <summary>Takes files that are in memory.</summary>
    /// <param name="files">The bytes of each file, by its name below the folder, with forward slashes.</param>
    public static LintedFolder Of(IReadOnlyDictionary<string, byte[]> files)
    {
        var problems = new Problems();
        var library = DefinitionLibrary.Of(files.Where(f => LibraryFiles.IsRead(f.Key)).Select(f => (f.Key, f.Value)));
        var folder = new LintedFolder(library, ReadRegister(files, problems)) { Files = files, Calendars = ReadCalendars(files, problems) };
        folder._problems.Add(problems.All);
        return folder;
    }

    /// <summary>Returns the folder with a file in the place of the one of that name, or of the definition that it is a draft of.</summary>
    /// <param name="name">The file's name below the folder.</param>
    /// <param name="bytes">Its bytes.</param>
    public LintedFolder With(string name, byte[] bytes)
    {
        var files = new Dictionary<string, byte[]>(Files, StringComparer.Ordinal) { [name] = bytes };
        return LibraryFiles.IsDefinition(name) ? this with { Library = Library.With(name, bytes), Files = files } : Of(files);
    }

    /// <summary>The problems of scenarios: they name steps, clocks and people, so they are read once all of that is sound.</summary>
    internal IEnumerable<Problem> Scenarios()
    {
        if (Register is null || Calendars is null)
            return [];
        var processes = Library.Readings.Select(r => r.Definition).OfType<ProcessDefinition>().Select(PublishedProcess.Of);
        var world = new ScenarioWorld(processes, Register, Calendars);
        return Files.Where(f => IsScenario(f.Key)).SelectMany(f => ScenarioReader.Read(f.Key, f.Value, world).Problems);
    }

    internal static bool IsScenario(string name) => name.EndsWith(FolderNames.ScenarioSuffix, StringComparison.Ordinal);

    private static Register? ReadRegister(IReadOnlyDictionary<string, byte[]> files, Problems problems)
    {
        var (people, items) = (files.GetValueOrDefault(RegisterReader.RegisterFile), files.GetValueOrDefault(RegisterReader.CatalogueFile));
        if (people is null && items is null)
            return null;
        if (people is not null && items is not null)
            return RegisterReader.Read(people, items, problems);
        var missing = people is null ? RegisterReader.RegisterFile : RegisterReader.CatalogueFile;
        problems.Error(new Position(missing, 1, 1), LintProblems.MissingFile(missing));
        return null;
    }

    private static CalendarShelf? ReadCalendars(IReadOnlyDictionary<string, byte[]> files, Problems problems)
    {
        CalendarShelf? first = null;
        foreach (var folder in files.Where(f => CalendarFolderOf(f.Key) is not null).GroupBy(f => CalendarFolderOf(f.Key)!))
        {
            var shelf = CalendarReader.Read(folder.Key, folder.Select(f => (f.Key, f.Value)), problems);
            first ??= shelf;
        }

        return first;
    }

    private static string? CalendarFolderOf(string name)
    {
        var parts = name.Split('/');
        var at = Array.IndexOf(parts, FolderNames.Calendars, 0, parts.Length - 1);
        return at < 0 ? null : string.Join('/', parts[..(at + 1)]);
    }
}
