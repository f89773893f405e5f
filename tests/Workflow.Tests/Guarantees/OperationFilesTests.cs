using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>What it takes to add an operation is listed, by the one that was added last with an event of its own.</summary>
public sealed partial class OperationFilesTests
{
    private const string Mark = "<!-- operation -->";

    private static readonly string[] Roots = ["engine", "host", Path.Combine("definitions", "schemas")];

    [Test]
    public void The_files_of_an_operation_are_those_that_the_guide_lists() => Assert.That(Listed(), Is.EqualTo(Told()));

    private static IEnumerable<string> Listed()
    {
        var parts = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")).Split(Mark);
        Assert.That(parts, Has.Length.EqualTo(3));
        return Quoted().Matches(parts[1]).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Told() =>
        Roots
            .SelectMany(r => Directory.EnumerateFiles(Path.Combine(Repository.Root, r), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".yaml" or ".json" && !IsBuilt(f) && Names().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    [GeneratedRegex("`([^` ]+/[^` ]+)`")]
    private static partial Regex Quoted();

    // The command, the event, the operation, its refusals, and the names under which they are stored and told.
    [GeneratedRegex(
        @"\b(Notify|Notified|Notifying|NotifyRefusals)\b|""(title\.[0-9]+\.|action\.)?notify""|^(notify\.|asked\.notify:|told\.party\.notified)",
        RegexOptions.Multiline
    )]
    private static partial Regex Names();
}
