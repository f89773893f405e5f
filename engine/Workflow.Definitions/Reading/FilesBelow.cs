namespace Workflow.Definitions.Reading;

/// <summary>Finds files below a folder. A link to a folder is followed as a folder would be, and no folder is gone through twice: a link that leads up again would never end.</summary>
public static class FilesBelow
{
    /// <summary>Returns the paths, each beginning with that of the folder as it was given, in no certain order.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">Which names, such as <c>*.yaml</c>.</param>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IEnumerable<string> Of(string folder, string pattern) =>
        Of(Real(new DirectoryInfo(folder)), folder, pattern, new HashSet<string>(StringComparer.Ordinal));

    private static IEnumerable<string> Of(DirectoryInfo real, string shown, string pattern, HashSet<string> seen)
    {
        if (!seen.Add(Path.TrimEndingDirectorySeparator(real.FullName)))
            yield break;
        foreach (var file in Directory.EnumerateFiles(shown, pattern))
            yield return file;
        // Real folders before links: each file is named by its own path where it has one here.
        foreach (
            var inner in real.EnumerateDirectories().OrderBy(d => d.LinkTarget is not null).ThenBy(d => d.Name, StringComparer.Ordinal)
        )
        foreach (var file in Of(Real(inner), Path.Combine(shown, inner.Name), pattern, seen))
            yield return file;
    }

    private static DirectoryInfo Real(DirectoryInfo folder) =>
        folder.LinkTarget is null ? folder : folder.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? folder;
}
