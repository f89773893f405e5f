using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>The list of what users ask for names tests that exist.</summary>
public sealed partial class NamedTestsTests
{
    [Test]
    public void Every_test_that_the_list_names_exists()
    {
        var classes = typeof(NamedTestsTests)
            .Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Tests", StringComparison.Ordinal))
            .ToLookup(t => t.Name);
        var names = Name().Matches(File.ReadAllText(Path.Combine(Repository.Tests, "..", "README.md")));
        Assert.That(names, Has.Count.GreaterThan(20));
        Assert.That(
            names
                .Where(n => !classes[n.Groups[1].Value].Any(t => !n.Groups[2].Success || t.GetMethod(n.Groups[2].Value) is not null))
                .Select(n => n.Value),
            Is.Empty
        );
    }

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex Name();
}
