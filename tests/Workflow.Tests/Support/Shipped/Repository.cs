using System.Runtime.CompilerServices;

namespace Workflow.Tests.Support.Shipped;

/// <summary>The folders of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root => Above();

    public static string Definitions => Path.Combine(Root, "definitions");

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>A file of a sample.</summary>
    public static string Sample(params string[] path) => Path.Combine([Samples, .. path]);

    public static string Tests => Path.Combine(Root, "tests", "Workflow.Tests");

    /// <summary>The C# files below folders of the repository, without what a build makes.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Above([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
