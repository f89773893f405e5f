namespace Workflow.Definitions.Reading;

/// <summary>Which files of a folder hold processes, fragments and laws, and which the titles of roles.</summary>
internal static class LibraryFiles
{
    private const string LawFolder = "laws";
    private const string Register = "register.yaml";

    private static readonly HashSet<string> OtherNames = new(
        ["catalogue.yaml", Register, "filing-orders.yaml", "item-types.yaml"],
        StringComparer.Ordinal
    );

    public static IEnumerable<string> In(string folder) =>
        FilesBelow.Of(folder, "*.yaml").Where(path => IsRead(Name(folder, path))).Order(StringComparer.Ordinal);

    /// <summary>The name for positions: below the folder, with forward slashes.</summary>
    public static string Name(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>Whether a file holds a law: it lies in a folder <c>laws</c>.</summary>
    public static bool IsLaw(string name) => name.Split('/').SkipLast(1).Contains(LawFolder);

    /// <summary>Whether a library reads a file: definitions, and of the register what it calls the roles.</summary>
    public static bool IsRead(string name) => IsDefinition(name) || IsRegister(name);

    /// <summary>Whether a file is the register of the folder itself.</summary>
    public static bool IsRegister(string name) => name == Register;

    /// <summary>Whether a file lies where a build puts copies.</summary>
    public static bool IsBuilt(string name) => name.Split('/').SkipLast(1).Any(f => f is "bin" or "obj");

    /// <summary>Whether a file holds a process, a fragment or a law.</summary>
    public static bool IsDefinition(string name) =>
        !name.EndsWith(FolderNames.ScenarioSuffix, StringComparison.Ordinal)
        && !name.Split('/').SkipLast(1).Contains(FolderNames.Calendars)
        && !IsBuilt(name)
        && !OtherNames.Contains(name.Split('/')[^1]);
}
