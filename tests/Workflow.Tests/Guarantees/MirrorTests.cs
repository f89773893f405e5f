namespace Workflow.Tests.Guarantees;

/// <summary>A test stands where its subject stands: whoever looks for the tests of a folder finds them under its name.</summary>
public sealed class MirrorTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "Workflow.Tests");

    // The folder of the tests, and the folder of the source that it mirrors.
    private static readonly (string Tests, string Source)[] Projects =
    [
        ("Engine", "engine/Workflow.Engine"),
        ("Definitions", "engine/Workflow.Definitions"),
        ("Mining", "engine/Workflow.Mining"),
        ("Storage", "engine/Workflow.Storage"),
        ("Host", "host"),
    ];

    // The schemas lie beside the definitions that they describe.
    private static readonly HashSet<string> Elsewhere = new(["Definitions/Schemas"], StringComparer.Ordinal);

    private static IEnumerable<(string Tests, string Source)> Mirrored() => Projects;

    [TestCaseSource(nameof(Mirrored))]
    public void Every_folder_of_tests_has_a_folder_of_the_source((string Tests, string Source) project)
    {
        var strangers = Directory
            .EnumerateDirectories(Path.Combine(Tests, project.Tests), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Path.Combine(Tests, project.Tests), folder))
            .Where(name => !Elsewhere.Contains($"{project.Tests}/{name.Replace('\\', '/')}"))
            .Where(name => !Directory.Exists(Path.Combine(Repository.Root, project.Source, name)));
        Assert.That(strangers, Is.Empty);
    }

    [TestCaseSource(nameof(Mirrored))]
    public void No_test_stands_beside_the_folders((string Tests, string Source) project) =>
        Assert.That(Directory.EnumerateFiles(Path.Combine(Tests, project.Tests), "*.cs").Select(Path.GetFileName), Is.Empty);
}
