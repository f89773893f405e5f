namespace Workflow.Definitions.Reading;

/// <summary>Which files of a folder hold processes and fragments.</summary>
internal static class LibraryFiles
{
    private static readonly HashSet<string> OtherNames = new(["catalogue.yaml", "register.yaml"], StringComparer.Ordinal);

    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(path => IsDefinition(Name(folder, path)))
            .Order(StringComparer.Ordinal);

    /// <summary>The name for positions: below the folder, with forward slashes.</summary>
    public static string Name(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static bool IsDefinition(string name) =>
        !name.EndsWith(".scenarios.yaml", StringComparison.Ordinal)
        && !name.Split('/').SkipLast(1).Any(f => f is "calendars" or "laws" or "bin" or "obj")
        && !OtherNames.Contains(name.Split('/')[^1]);
}
