using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>The arrows between the folders of one layer, as the table in the README of a project lists them.</summary>
internal static partial class InnerArrows
{
    /// <summary>Returns what each folder uses.</summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="name">What stands in the two lines around the table.</param>
    internal static IEnumerable<(string From, string To)> Of(string project, string name)
    {
        var path = $"{project}/README.md";
        var parts = File.ReadAllText(Path.Combine(Repository.Root, path)).Split($"<!-- {name} -->");
        Assert.That(parts, Has.Length.EqualTo(3), $"{path} must hold the table between two lines <!-- {name} -->.");
        return from row in Row().Matches(parts[1])
            from used in Folder().Matches(row.Groups["uses"].Value)
            select (row.Groups["folder"].Value, used.Groups["folder"].Value);
    }

    [GeneratedRegex(@"^\| `(?<folder>[^`]+)/` \|[^|\n]*\|(?<uses>[^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<folder>[^`]+)/`")]
    private static partial Regex Folder();
}
