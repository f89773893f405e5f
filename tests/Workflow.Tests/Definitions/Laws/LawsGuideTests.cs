using System.Text.RegularExpressions;

namespace Workflow.Tests.Definitions.Laws;

/// <summary>What the guide of the laws says is missing or not proved is so in their data.</summary>
public sealed partial class LawsGuideTests
{
    private static readonly string Folder = Path.Combine(Repository.Definitions, "laws");

    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Folder, "README.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)),
    ];

    [Test]
    public void Laws_that_are_said_to_be_missing_have_no_file()
    {
        var missing = Cells().Where(c => c is [_, "all of it", _]).SelectMany(c => Names().Split(c[0])).ToList();
        Assert.That(missing, Has.Count.GreaterThanOrEqualTo(9));
        Assert.That(missing.Where(name => File.Exists(Path.Combine(Folder, $"{name}.yaml"))), Is.Empty);
    }

    [Test]
    public void Editions_whose_first_day_is_not_proved_are_marked_so()
    {
        var unproved = Cells().Where(c => c is [_, var day] && DateOnly.TryParse(day, out _)).ToList();
        Assert.That(unproved, Has.Count.EqualTo(3));
        foreach (var row in unproved)
            Assert.That(
                File.ReadAllText(Path.Combine(Folder, $"{row[0]}.yaml")),
                Does.Match($"edition: .*from: {row[1]}.*status: unverified").And.Contain("in no store").Or.Contain("in any store")
            );
    }

    private static IEnumerable<string[]> Cells() => Rows.Select(r => r.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    [GeneratedRegex(", | and ")]
    private static partial Regex Names();
}
