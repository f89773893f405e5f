using System.Collections.Immutable;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint;

/// <summary>What lint says of a file or a folder, the same at every door.</summary>
/// <param name="Problems">Every problem, in the order of file, line and column.</param>
/// <param name="Processes">The processes that were asked about, those that do not read included.</param>
/// <param name="IsPublishable">Whether a host with this folder would take them: there is one, all are sound, and so is what all have in common.</param>
public sealed record LintVerdict(IReadOnlyList<Problem> Problems, ImmutableArray<DefinitionReading> Processes, bool IsPublishable)
{
    /// <summary>Asks about a file or a folder.</summary>
    /// <inheritdoc cref="WholeLint.Lint"/>
    public static LintVerdict Of(LintedFolder folder, IReadOnlyCollection<LintProfile> profiles, string only = "")
    {
        var ofAll = WholeLint.OfAll(folder);
        var problems = WholeLint.Found(folder, ofAll, profiles, only);
        ImmutableArray<DefinitionReading> processes = [.. WholeLint.Processes(folder, only)];
        return new LintVerdict(problems, processes, IsTaken(problems, processes) && !HasErrors(ofAll));
    }

    /// <summary>Puts several together; each problem is told once.</summary>
    public static LintVerdict Of(IReadOnlyCollection<LintVerdict> verdicts)
    {
        var problems = new Problems();
        foreach (var verdict in verdicts)
            problems.Add(verdict.Problems);
        return new LintVerdict(
            problems.All,
            [.. verdicts.SelectMany(v => v.Processes)],
            verdicts.Count > 0 && verdicts.All(v => v.IsPublishable)
        );
    }

    private static bool IsTaken(IReadOnlyList<Problem> problems, ImmutableArray<DefinitionReading> processes) =>
        !processes.IsEmpty && processes.All(p => p.Definition is not null) && !HasErrors(problems);

    private static bool HasErrors(IEnumerable<Problem> problems) => problems.Any(p => p.Severity == Severity.Error);
}
