using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>What people call a thing of a definition is looked up in one place, so that a thing that is gone is called the same everywhere.</summary>
public sealed partial class GivenTitlesTests
{
    private const string Place = "GivenTitles.cs";

    [Test]
    public void A_title_is_found_by_its_id_in_one_place_alone()
    {
        var elsewhere = Repository
            .Sources("engine", "host")
            .Where(file => Path.GetFileName(file) != Place && Lookup().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.That(elsewhere, Is.Empty, $"use {Place}");
    }

    // A document, material, field, office, party or outcome that is looked for by its id, and the id where it is not found.
    [GeneratedRegex(@"FirstOrDefault\(\w+ => \w+\.(?:Id|Key|Role) == [\w.]+\)\s*\?\.Title\s*\?\? (?!throw)")]
    private static partial Regex Lookup();
}
