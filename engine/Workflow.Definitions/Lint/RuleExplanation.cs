using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint;

/// <summary>What a code of lint is about. The guide and <c>lint --explain</c> show the same rows.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="What">What is wrong: of a rule a title, of a problem of reading its sentence as it may stand.</param>
/// <param name="Why">Why it matters; null for a problem of reading.</param>
/// <param name="Cure">How it is mended; null where the sentence says it.</param>
/// <param name="Example">YAML that is right; null where words suffice.</param>
public sealed record RuleExplanation(
    string Code,
    Severity Severity,
    LocalizedText What,
    LocalizedText? Why,
    LocalizedText? Cure,
    string? Example
)
{
    private const string Reading = "read-";

    // The files of the table whose sentences are problems of a file.
    private static readonly FrozenSet<string> Chapters = new[]
    {
        "yaml",
        "expression",
        "expression-syntax",
        "register",
        "calendar",
        "scenario",
        "lint",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rules, by code.</summary>
    public static ImmutableArray<RuleExplanation> Rules { get; } =
    [.. LintRules.All.Select(OfRule).OrderBy(e => e.Code, StringComparer.Ordinal)];

    /// <summary>The problems of files that do not read, by code.</summary>
    public static ImmutableArray<RuleExplanation> Readings { get; } =
    [.. MessageTable.Shipped.Rows.Values.Where(IsProblem).Select(OfRow).OrderBy(e => e.Code, StringComparer.Ordinal)];

    /// <summary>Every code that lint prints.</summary>
    public static ImmutableArray<RuleExplanation> All { get; } = [.. Rules, .. Readings];

    /// <summary>Returns the explanation of a code; null for one that lint never prints.</summary>
    public static RuleExplanation? Of(string code) => All.FirstOrDefault(e => e.Code == code);

    /// <summary>What is told of a code that nobody explains.</summary>
    public static Message Unknown(string code) => LintProblems.UnknownCode(code, Way(code, [.. All.Select(e => e.Code)]));

    // Whoever knows the beginning of a code is shown the codes that begin so.
    private static Message Way(string code, IReadOnlyCollection<string> codes)
    {
        var alike = codes.Where(c => c.StartsWith($"{code.Split('.')[0]}.", StringComparison.Ordinal)).ToList();
        return Ways.Near(code, codes) ?? (alike is [] ? LintProblems.CodesListed() : Ways.OneOf(alike));
    }

    /// <summary>Returns an explanation that is the sentence of a problem, for a code that has none.</summary>
    internal static RuleExplanation ByExample(Problem problem, Language language) =>
        new(
            problem.Code,
            problem.Severity,
            new LocalizedText(problem.In(language).Sentence, problem.In(language).Sentence),
            null,
            null,
            null
        );

    private static RuleExplanation OfRule(LintRule rule) =>
        new(rule.Code, rule.Severity, rule.Text.What, rule.Text.Why, rule.Text.Cure, rule.Text.Example);

    private static RuleExplanation OfRow(MessageRow row)
    {
        var specimen = Specimens.Shipped.Of(row);
        var (zh, en) = (specimen.Chinese, specimen.English);
        var way = zh.WayOut is null ? null : new LocalizedText(zh.WayOut, en.WayOut);
        return new(row.Code, Severity.Error, new LocalizedText(zh.Sentence, en.Sentence), null, way, null);
    }

    private static bool IsProblem(MessageRow row) =>
        row.IsSentence
        && row.Status is null
        && (Chapters.Contains(row.Chapter) || row.Chapter.StartsWith(Reading, StringComparison.Ordinal))
        && !RuleText.All.ContainsKey(row.Code);
}
