using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>The folders of a project as the table in its README lists them, from the bottom to the top.</summary>
/// <param name="Path">The README, from the root of the repository.</param>
/// <param name="Rows">
/// The folders, as <c>Record/Values</c>. <c>Deciding/**</c> is one layer with everything below it;
/// <c>.</c> is the project's own folder.
/// </param>
internal sealed partial record Layers(string Path, IReadOnlyList<string> Rows)
{
    private const string Own = ".";
    private const string WithAllBelow = "/**";

    internal static Layers Of(string project)
    {
        var path = project + "/README.md";
        var parts = File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)).Split("<!-- layers -->");
        Assert.That(parts, Has.Length.EqualTo(3), $"{path} must hold the table of its folders between two lines <!-- layers -->.");
        return new Layers(path, [.. Row().Matches(parts[1]).Select(m => m.Groups[1].Value.TrimEnd('/'))]);
    }

    /// <summary>The row of a folder, or null if the table has none; the project's own folder is empty.</summary>
    internal string? RowOf(string folder)
    {
        var path = folder.Length == 0 ? Own : folder;
        return Rows.FirstOrDefault(row => row == path) ?? Rows.FirstOrDefault(row => Holds(row, path));
    }

    /// <summary>How far up the row is; the bottom is 0.</summary>
    internal int Height(string row) => Rows.ToList().IndexOf(row);

    private static bool Holds(string row, string folder) =>
        row.EndsWith(WithAllBelow, StringComparison.Ordinal) && (folder + "/").StartsWith(row[..^2], StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
