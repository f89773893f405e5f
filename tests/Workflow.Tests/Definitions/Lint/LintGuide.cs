using Workflow.Definitions.Lint;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Lint;

/// <summary>The parts of <c>definitions/LINT.md</c> that are written from the rules themselves, each between two marks.</summary>
internal static class LintGuide
{
    private static string Path => System.IO.Path.Combine(Repository.Definitions, "LINT.md");

    /// <summary>The guide as it is.</summary>
    public static string Written => File.ReadAllText(Path);

    /// <summary>The guide with each part as the rules have it.</summary>
    public static string Told => Parts.Aggregate(Written, (text, part) => With(text, $"<!-- {part.Mark} -->\n", part.Text));

    /// <summary>Writes the guide anew.</summary>
    public static void Write() => File.WriteAllText(Path, Told);

    private static IEnumerable<(string Mark, string Text)> Parts =>
        [
            ("rules", Table(["code", "severity", "what is wrong", "why it matters", "cure"], RuleExplanation.Rules.Select(Rule))),
            ("examples", string.Concat(RuleExplanation.Rules.Where(e => e.Example is not null).Select(Example))),
            ("readings", Table(["code", "what lint says", "cure"], RuleExplanation.Readings.Select(Reading))),
        ];

    private static string With(string text, string mark, string part)
    {
        var pieces = text.Split(mark);
        Assert.That(pieces, Has.Length.EqualTo(3), mark);
        return pieces[0] + mark + part + mark + pieces[2];
    }

    private static IEnumerable<string> Rule(RuleExplanation e) =>
        [$"`{e.Code}`", e.Severity.In(Language.En), Words(e.What), Words(e.Why), Words(e.Cure)];

    private static IEnumerable<string> Reading(RuleExplanation e) => [$"`{e.Code}`", Words(e.What), Words(e.Cure)];

    private static string Example(RuleExplanation e) => $"`{e.Code}`: {Words(e.Cure)}\n\n```yaml\n{e.Example!.TrimEnd('\n')}\n```\n\n";

    private static string Words(LocalizedText? text) => (text?.En ?? "").Replace("|", "\\|", StringComparison.Ordinal);

    private static string Table(string[] head, IEnumerable<IEnumerable<string>> rows) =>
        Row(head) + Row(head.Select(_ => "---")) + string.Concat(rows.Select(Row));

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
