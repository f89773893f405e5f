using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Host.Opening;

namespace Workflow.Host.Definitions;

/// <summary>Finds the folder of definitions that a path lies in, and asks lint for the problems of that path.</summary>
/// <param name="profiles">The policies that hold for the items.</param>
public sealed class LintPaths(IReadOnlyCollection<LintProfile> profiles)
{
    /// <summary>Returns what lint says, each position under the path as the person gave it.</summary>
    /// <exception cref="OpeningRefusedException">A path does not exist.</exception>
    public LintVerdict Check(IEnumerable<string> paths) => LintVerdict.Of([.. paths.Select(Check)]);

    /// <summary>Returns what lint says of a file that is not saved yet.</summary>
    /// <param name="name">Where the file would lie; its folder decides what it is read with.</param>
    /// <param name="bytes">What it would hold.</param>
    public LintVerdict Check(string name, byte[] bytes) => OneFile(name, bytes);

    private LintVerdict Check(string path) => InputFile.At(path, Folder, file => OneFile(file, InputFile.Bytes(FileKind.Path, file)));

    // A folder in which nothing is read would be found without a problem for ever.
    private LintVerdict Folder(string path)
    {
        if (!FilesBelow.Of(path, "*.yaml").Any())
            throw OpeningRefusals.NothingToLint(path, FilesBelow.Of(path, "*").Count());
        if (DefinitionFolder.IsRoot(path))
            return Under(path, Lint(LintedFolder.Read(path), ""));
        if (DefinitionFolder.Around(path) is { } root)
            return Under(root, Lint(LintedFolder.Read(root), Inside(root, path)));
        return IsOfCalendars(path) ? Alone(path) : Under(path, Lint(LintedFolder.Read(path), ""));
    }

    private static bool IsOfCalendars(string path) => Path.GetFileName(Path.GetFullPath(path)) == FolderNames.Calendars;

    // A folder of calendars without definitions around it keeps its name, by which its files are known.
    private LintVerdict Alone(string path)
    {
        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } named ? named : ".";
        return Under(above, Lint(LintedFolder.Read(above, path), Inside(above, path)));
    }

    private LintVerdict OneFile(string path, byte[] bytes)
    {
        if (Root(path) is not { } root)
            return Lint(LintedFolder.Of(new Dictionary<string, byte[]> { [path] = bytes }), path);
        var inside = Inside(root, path);
        var name = inside.StartsWith("..", StringComparison.Ordinal) ? path : inside;
        return Under(root, Lint(LintedFolder.Read(root, name, bytes), name));
    }

    // A file of scenarios is told about the definitions beside or above it, or those found from here.
    private static string? Root(string path) =>
        path.EndsWith(FolderNames.ScenarioSuffix, StringComparison.Ordinal)
            ? StoryFiles.FolderOf(path, null)
            : DefinitionFolder.Around(path);

    private static string Inside(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private LintVerdict Lint(LintedFolder folder, string only) => LintVerdict.Of(folder, profiles, only);

    private static LintVerdict Under(string folder, LintVerdict found) =>
        found with
        {
            Problems = [.. found.Problems.Select(p => p with { At = p.At with { File = Under(folder, p.At.File) } })],
        };

    private static string Under(string folder, string file) =>
        file.StartsWith(folder, StringComparison.Ordinal) || File.Exists(file) ? file : Path.Combine(folder, file);
}
