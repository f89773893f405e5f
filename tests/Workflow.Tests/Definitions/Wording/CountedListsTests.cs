using System.Text.RegularExpressions;

namespace Workflow.Tests.Definitions.Wording;

/// <summary>A list may have one item: no English sentence takes it for several, or for one.</summary>
public sealed partial class CountedListsTests
{
    private static readonly string[] Tables = ["engine", "host"];

    [Test]
    public void The_verb_of_a_list_follows_how_many_it_has()
    {
        var rows =
            from table in Tables
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, table), "*.yaml", SearchOption.AllDirectories)
            where file.Contains($"{Path.DirectorySeparatorChar}Messages{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where Fixed().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.That(rows.Distinct(), Is.Empty);
    }

    [GeneratedRegex(@"(?<!with )\{\w+\|and\} (is|are|has|have|was|were)\b|\b(are|were) \{\w+\|and\}")]
    private static partial Regex Fixed();
}
