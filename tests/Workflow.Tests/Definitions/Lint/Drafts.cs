using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint;

/// <summary>Small processes to lint. The mark « in a draft stands where the problem is expected.</summary>
internal static class Drafts
{
    private const char Mark = '«';

    private static readonly string[] Head =
    [
        "process: p",
        "title: 样例",
        "item: {code: A-1, type: 行政许可, lead: bureau}",
        "in-force: 2024-01-01..",
        "offices: {bureau: 主管局, other: 协办局, window: 窗口, government: 市人民政府}",
        "parties: {applicant: 申请人}",
    ];

    /// <summary>Expects one problem of the code, at the mark, with exactly this sentence.</summary>
    public static void Finds(LintRule rule, string sentence, string draft, params LintProfile[] profiles)
    {
        var text = Text(draft);
        var before = text[..text.IndexOf(Mark, StringComparison.Ordinal)];
        var at = new Position("p.yaml", before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        var found = Lint(text.Replace($"{Mark}", "", StringComparison.Ordinal), profiles).Where(p => p.Code == rule.Code).ToList();
        Assert.That(
            found.Select(p => $"{p.At} {p.In(Language.En).Sentence} [{p.Severity}]"),
            Is.EqualTo(new[] { $"{at} {sentence} [{rule.Severity}]" })
        );
    }

    /// <summary>Expects no problem of the code.</summary>
    public static void Passes(LintRule rule, string draft, params LintProfile[] profiles) =>
        Assert.That(Lint(Text(draft), profiles).Where(p => p.Code == rule.Code).Select(p => p.English), Is.Empty);

    /// <summary>What lint says of a draft, in English.</summary>
    public static IEnumerable<string> English(string draft) => Lint(Text(draft), []).Select(p => p.English);

    /// <summary>What the reader says of a draft, in English.</summary>
    public static IEnumerable<string> Misread(string draft) => Read(Text(draft)).Problems.Select(p => p.English);

    public static DefinitionReading Read(string text) => DefinitionLibrary.Of([("p.yaml", Encoding.UTF8.GetBytes(text))]).Readings[0];

    private static IReadOnlyList<Problem> Lint(string text, LintProfile[] profiles)
    {
        var reading = Read(text);
        Assert.That(reading.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.English), Is.Empty, "the draft must read");
        return Linter.Lint(reading, profiles);
    }

    // What the draft says itself stands in place of what is usual.
    private static string Text(string draft)
    {
        var keys = draft.Split('\n').Select(l => l.TrimStart(Mark)).Where(l => l.Contains(':', StringComparison.Ordinal)).Select(Key);
        return string.Join('\n', Head.ExceptBy(keys, Key).Append(draft)) + "\n";
    }

    private static string Key(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];
}
