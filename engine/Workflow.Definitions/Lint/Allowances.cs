using System.Text;
using System.Text.RegularExpressions;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint;

/// <summary>
/// Comments that silence a warning: <c># lint: allow CODE because REASON</c>, on the line of the problem or before it. One
/// without a reason, of an unknown code, of an error, or that silences nothing is itself a problem.
/// </summary>
internal sealed partial class Allowances
{
    private readonly List<Allowance> _all = [];
    private readonly Problems _problems = new();

    private Allowances() { }

    /// <summary>Returns the problems that nobody allowed, and those of the allowances of some files.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="files">The files with their bytes.</param>
    /// <param name="judged">Whether the allowances of a file are judged themselves.</param>
    public static IEnumerable<Problem> Apply(
        IReadOnlyCollection<Problem> found,
        IEnumerable<KeyValuePair<string, byte[]>> files,
        Func<string, bool> judged
    )
    {
        var allowances = new Allowances();
        foreach (var (name, bytes) in files)
            allowances.Read(name, Encoding.UTF8.GetString(bytes));
        foreach (var allowance in allowances._all.Where(a => judged(a.At.File)))
            allowances.Judge(allowance, found);
        var left = found.Where(p => !allowances._all.Exists(a => a.Silences(p)));
        return left.Concat(allowances._problems.All.Where(p => judged(p.At.File)));
    }

    private void Read(string file, string text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
            return;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (Comment().Match(lines[i]) is { Success: true } match)
                Add(new Position(file, i + 1, match.Groups["mark"].Index + 1), match, About(lines, i));
    }

    // A comment on a line of its own is about the next line that is none.
    private static int About(string[] lines, int at)
    {
        if (!IsComment(lines[at]))
            return at + 1;
        var next = at + 1;
        while (next < lines.Length && IsComment(lines[next]))
            next++;
        return next + 1;
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith('#');

    private void Add(Position at, Match comment, int line)
    {
        if (Form().Match(comment.Groups["rest"].Value) is { Success: true } form)
            _all.Add(new Allowance(at, form.Groups["code"].Value, form.Groups["reason"].Value.Trim(), line));
        else
            _problems.Error(at, LintProblems.Form());
    }

    private void Judge(Allowance allowance, IReadOnlyCollection<Problem> found)
    {
        if (RuleExplanation.Of(allowance.Code) is null)
            _problems.Error(allowance.At, RuleExplanation.Unknown(allowance.Code));
        else if (allowance.Reason.Length == 0)
            _problems.Error(allowance.At, LintProblems.NoReason(allowance.Code));
        else if (IsError(allowance, found))
            _problems.Error(allowance.At, LintProblems.NotAllowed(allowance.Code));
        else if (!found.Any(allowance.Silences))
            _problems.Warn(allowance.At, LintProblems.SilencesNothing(allowance.Code));
    }

    private static bool IsError(Allowance allowance, IReadOnlyCollection<Problem> found) =>
        LintRules.All.Any(r => r.Code == allowance.Code && r.Severity == Severity.Error)
        || found.Any(p => p.Severity == Severity.Error && allowance.IsAbout(p));

    private const string Mark = "lint:";

    [GeneratedRegex(@"(?:^|\s)(?<mark>#)\s*lint:(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*allow\s+(?<code>[a-z_]+\.[a-z_]+)(?:\s+because\s(?<reason>.*))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private sealed record Allowance(Position At, string Code, string Reason, int Line)
    {
        internal bool IsAbout(Problem problem) => problem.At.File == At.File && problem.At.Line == Line && problem.Code == Code;

        internal bool Silences(Problem problem) => Reason.Length > 0 && problem.Severity == Severity.Warning && IsAbout(problem);
    }
}
