using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// What the folders of a project use of one another as their files say at the top. A constant, and what only a comment refers to,
/// leaves no trace in the compiled types.
/// </summary>
internal static partial class UsingArrows
{
    /// <summary>The arrows of a project, each with the file and the directive that draw it.</summary>
    /// <param name="project">Its folder, from the root of the repository.</param>
    /// <param name="root">The namespace of that folder.</param>
    internal static IEnumerable<FolderArrow> Of(string project, string root)
    {
        var files = Repository.Sources(project).ToList();
        var folders = files.Select(f => FolderOf(project, f)).ToHashSet(StringComparer.Ordinal);
        return from file in files
            from Match directive in Directive().Matches(File.ReadAllText(file))
            let used = directive.Groups["namespace"].Value
            where $"{used}.".StartsWith($"{root}.", StringComparison.Ordinal)
            let to = Folder(used[root.Length..].Trim('.').Replace('.', '/'), folders)
            let own = FolderOf(project, file)
            where to != own
            select new FolderArrow(own, Path.GetFileName(file), to, used);
    }

    // What is named after the folder is a type in it.
    private static string Folder(string path, IReadOnlySet<string> folders) =>
        folders.Contains(path) || path.LastIndexOf('/') is not (> 0 and var last) ? path : path[..last];

    private static string FolderOf(string project, string file) =>
        Path.GetRelativePath(Path.Combine(Repository.Root, project), Path.GetDirectoryName(file)!).Replace('\\', '/')
            is var path
                and not "."
            ? path
            : "";

    [GeneratedRegex(@"^@?using (?:static )?(?<namespace>Workflow(?:\.\w+)+);?\s*$", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
