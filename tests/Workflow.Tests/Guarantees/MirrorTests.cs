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

    // Folders whose tests stand elsewhere, and why. A folder of a single subject never does.
    private static readonly Dictionary<string, string> TestedFromOutside = new(StringComparer.Ordinal)
    {
        ["Engine/Laws"] = "what an article fixes is asked of the laws that are shipped: Definitions/Laws, Definitions/Reading/Laws",
        ["Engine/Record/Commands"] = "a closed set: ClosedSetsTests, and the operation of each in Deciding",
        ["Engine/Record/Entries"] = "entries are written and read by ledgers: Storage/Running, HistoryTests",
        ["Engine/Record/Refusals"] = "each is provoked by the guard that gives it, in Deciding",
        ["Definitions/Reading/Clocks"] = "every slip is told in one listing of a broken file: Definitions/Reading/ProblemListingTests",
        ["Definitions/Reading/Faults"] = "every slip is told in one listing of a broken file: Definitions/Reading/ProblemListingTests",
        ["Definitions/Reading/People"] = "every slip is told in one listing of a broken file: Definitions/Reading/ProblemListingTests",
        ["Storage/Drafts"] = "who sees a draft is decided in the host: Host/Drafts",
        ["Storage/Proofs/Findings"] = "each finding is provoked by a forger: Storage/Proofs/Verifying",
        ["Storage/Proofs/Rebuilding"] = "part of the contract of every store: Storage/Running/StoreContract.Proofs",
        ["Storage/Proofs/Walks"] = "each walk meets a forger: Storage/Proofs/Verifying",
        ["Storage/Refusals"] = "given by what reads and opens: Storage/Databases, Host/Opening",
        ["Storage/Sweeping"] = "part of the contract of every store: Storage/Running/StoreContract.Sweeping",
        ["Host"] = "the host as a whole: every running host and every verb in Host",
        ["Host/Exports"] = "an export is shown by verifying it: Host/Jobs/EvidenceApiTests, Host/Proving, Host/CaseFiles",
        ["Host/Mining/Reports"] = "tables and pictures are read in the reports that hold them: Host/Mining",
    };

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

    [Test]
    public void Every_folder_of_the_source_has_tests_or_a_reason() =>
        Assert.That(Projects.SelectMany(Untested), Is.EquivalentTo(TestedFromOutside.Keys));

    [TestCaseSource(nameof(Mirrored))]
    public void No_test_stands_beside_the_folders((string Tests, string Source) project) =>
        Assert.That(Directory.EnumerateFiles(Path.Combine(Tests, project.Tests), "*.cs").Select(Path.GetFileName), Is.Empty);

    // The folders that hold code and no tests of their own.
    private static IEnumerable<string> Untested((string Tests, string Source) project) =>
        ReadBody
            .All(project.Source)
            .Select(body => Path.GetRelativePath(project.Source, Path.GetDirectoryName(body.File)!))
            .Distinct()
            .Where(folder => !IsTested(Path.Combine(Tests, project.Tests, folder)))
            .Select(folder => folder == "." ? project.Tests : $"{project.Tests}/{folder.Replace('\\', '/')}");

    private static bool IsTested(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*Test*.cs").Any();
}
