using Workflow.Definitions.Calendars;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Syntax;
using Workflow.Host.Opening;

namespace Workflow.Host.Definitions;

/// <summary>Finds what is to be checked below files and folders, and checks each with its own reader.</summary>
/// <param name="profiles">The policies that hold for the items.</param>
public sealed class LintPaths(IReadOnlyCollection<LintProfile> profiles)
{
    private const string CalendarFolder = "calendars";

    /// <summary>Returns every problem, each position under the path as the person gave it.</summary>
    /// <exception cref="OpeningRefusedException">A path does not exist.</exception>
    public static IReadOnlyList<Problem> Check(IEnumerable<string> paths, IReadOnlyCollection<LintProfile> profiles)
    {
        var (lint, found) = (new LintPaths(profiles), new Problems());
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) found.Add(lint.Folder(path));
            else if (File.Exists(path)) found.Add(lint.OneFile(path));
            else throw OpeningRefusals.NoFile(FileKind.Path, path);
        }

        return found.All;
    }

    private IEnumerable<Problem> Folder(string path)
    {
        if (Path.GetFileName(Path.GetFullPath(path)) == CalendarFolder) return Calendars(path);
        var found = new Problems();
        var library = DefinitionLibrary.Load(path);
        found.Add(Under(path, Linter.Lint(library, profiles)));
        if (File.Exists(Path.Combine(path, RegisterReader.RegisterFile)) || File.Exists(Path.Combine(path, RegisterReader.CatalogueFile)))
        {
            var register = RegisterReader.ReadFolder(path, found);
            if (register is not null) found.Add(Under(path, library.Readings.SelectMany(r => PostHolders.Check(r, register)).Concat(DeputyProcesses.Check(register, library))));
        }

        foreach (var calendars in Directory.EnumerateDirectories(path, CalendarFolder, SearchOption.AllDirectories)) found.Add(Calendars(calendars));
        if (!found.HasErrors) found.Add(Scenarios(path));
        return found.All;
    }

    // One file is read with the fragments and processes around it.
    private IEnumerable<Problem> OneFile(string path)
    {
        var name = Path.GetFileName(path);
        if (name is RegisterReader.RegisterFile or RegisterReader.CatalogueFile) return Register(path);
        if (name.EndsWith(ScenarioReader.Suffix, StringComparison.Ordinal)) return StoryFiles.Read(path, StoryFiles.WorldOf(path, null)).Problems;
        if (DefinitionFolder.Around(path) is not { } root) return Linter.Lint(DefinitionReader.Read(path, File.ReadAllBytes(path), DefinitionLibrary.Empty), profiles);
        var inside = Path.GetRelativePath(root, path).Replace('\\', '/');
        return inside.StartsWith(CalendarFolder + "/", StringComparison.Ordinal)
            ? Calendars(Path.Combine(root, CalendarFolder)).Where(p => Path.GetFileName(p.At.File) == name)
            : Under(root, Definition(DefinitionLibrary.Load(root), inside));
    }

    // A process is told what its fragments do in it too; a fragment only what stands in it.
    private IEnumerable<Problem> Definition(DefinitionLibrary library, string file) =>
        library.Readings.FirstOrDefault(r => r.File == file) is { } process
            ? library.Problems.Concat(Linter.Together(library)).Where(p => p.At.File == file).Concat(Linter.Lint(process, profiles)).Distinct()
            : Linter.Lint(library, profiles).Where(p => p.At.File == file);

    // Scenarios name steps, clocks and people: they are read once the definitions and the register are sound.
    private static IEnumerable<Problem> Scenarios(string path)
    {
        var files = StoryFiles.Below(path);
        if (files.Count == 0 || DefinitionFolder.Around(files[0]) is null) return [];
        var world = StoryFiles.WorldOf(files[0], null);
        return files.SelectMany(file => StoryFiles.Read(file, world).Problems);
    }

    private static IEnumerable<Problem> Register(string path)
    {
        var found = new Problems();
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (RegisterReader.ReadFolder(folder, found) is { } register) found.Add(DeputyProcesses.Check(register, DefinitionLibrary.Load(folder)));
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
}
