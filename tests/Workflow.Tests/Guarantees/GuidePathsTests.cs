using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>A file that a guide names is where the guide says it is.</summary>
public sealed partial class GuidePathsTests
{
    public static IEnumerable<string> Guides() =>
        Directory
            .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [TestCaseSource(nameof(Guides))]
    public void Every_source_file_that_a_guide_names_is_there(string guide)
    {
        var named = Source().Matches(File.ReadAllText(Path.Combine(Repository.Root, guide))).Select(m => m.Groups[1].Value).Distinct();
        Assert.That(named.Where(f => !File.Exists(Path.Combine(Repository.Root, f))), Is.Empty);
    }

    [Test]
    public void The_walks_name_their_files() =>
        Assert.That(Source().Count(File.ReadAllText(Path.Combine(Repository.Root, "engine", "README.md"))), Is.GreaterThan(20));

    [GeneratedRegex("`((?:engine|host|tests|samples)/[A-Za-z0-9_./-]+\\.(?:cs|yaml|http|sql|json))`")]
    private static partial Regex Source();
}
