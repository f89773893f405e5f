using System.Text.RegularExpressions;
using Workflow.Tests.Support;

namespace Workflow.Tests.Guarantees;

/// <summary>What a law fixes is data: no source names one, not even in a comment, so that nobody corrects it in two places.</summary>
public sealed partial class NoLawInCodeTests
{
    [Test]
    public void No_source_names_a_law_or_an_article() =>
        Assert.That(
            Lines().Where(l => Law().IsMatch(l.Text) || Article().IsMatch(l.Text)).Select(l => $"{l.File}:{l.Number} {l.Text.Trim()}"),
            Is.Empty
        );

    private static IEnumerable<(string File, int Number, string Text)> Lines() =>
        from folder in new[] { "engine", "host" }
        let root = Path.GetFullPath(Path.Combine(Repository.Definitions, "..", folder))
        from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        from line in File.ReadLines(file).Select((text, i) => (file, i + 1, text))
        select line;

    [GeneratedRegex(
        "(许可|处罚|复议|诉讼|强制|消防|公开|登记|征收|规划|建筑|归档)[^\"]{0,12}(法|条例|规定|办法)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Law();

    // 某某法 is nobody's law: the example of a citation.
    [GeneratedRegex("(?<!某某法\\(2003\\) )第[一二三四五六七八九十百零]+条", RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
