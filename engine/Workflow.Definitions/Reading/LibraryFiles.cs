namespace Workflow.Definitions.Reading;

/// <summary>Which files of a folder hold processes, fragments and laws.</summary>
internal static class LibraryFiles
{
    private const string LawFolder = "laws";

    private static readonly HashSet<string> OtherNames = new(
        ["catalogue.yaml", "register.yaml", "filing-orders.yaml", "item-types.yaml"],
        StringComparer.Ordinal
    );

    public static IEnumerable<string> In(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(path => IsDefinition(Name(folder, path)))
            .Order(StringComparer.Ordinal);

    /// <summary>The name for positions: below the folder, with forward slashes.</summary>
    public static string Name(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>Whether a file holds a law: it lies in a folder <c>laws</c>.</summary>
    public static bool IsLaw(string name) => name.Split('/').SkipLast(1).Contains(LawFolder);

    /// <summary>Whether a file lies where a build puts copies.</summary>
    public static bool IsBuilt(string name) => name.Split('/').SkipLast(1).Any(f => f is "bin" or "obj");

    /// <summary>Whether a file holds a process, a fragment or a law.</summary>
    public static bool IsDefinition(string name) =>
        !name.EndsWith(".scenarios.yaml", StringComparison.Ordinal)
        && !name.Split('/').SkipLast(1).Any(f => f is "calendars")
        && !IsBuilt(name)
        && !OtherNames.Contains(name.Split('/')[^1]);
}
