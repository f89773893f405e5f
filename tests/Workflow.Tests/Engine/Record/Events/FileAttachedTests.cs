using Workflow.Engine.Record.Events;

namespace Workflow.Tests.Engine.Record.Events;

/// <summary>How a document of an act names a file of the case.</summary>
public sealed class FileAttachedTests
{
    private static readonly FileAttached Judgment = new("ab12", "判决书.pdf", 3, "ruling", "court", "li-ming") { On = new(2026, 3, 2) };

    [TestCase("判决书.pdf", true)]
    [TestCase("ab12", true)]
    [TestCase("判决书", false)]
    [TestCase("AB12", false)]
    [TestCase("ruling", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void A_file_is_named_by_its_name_or_its_hash_and_by_nothing_else(string? document, bool isNamed) =>
        Assert.That(Judgment.IsNamed(document), Is.EqualTo(isNamed));
}
