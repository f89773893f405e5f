using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint;

/// <summary>
/// Lint, whole: the only place that says which checks a definition is held against. The command line, the request and the
/// editor ask it, each for its own part of a folder.
/// </summary>
public static class WholeLint
{
    /// <summary>Returns every problem, in the order of file, line and column, without those that a comment allows.</summary>
    /// <param name="folder">What is linted together.</param>
    /// <param name="profiles">The policies that hold for the items.</param>
    /// <param name="only">
    /// A file or a folder in it whose problems are asked for, by its name below the folder; empty for all. A process is told what
    /// its fragments do in it too; anything else only what stands in it.
    /// </param>
    public static IReadOnlyList<Problem> Lint(LintedFolder folder, IReadOnlyCollection<LintProfile> profiles, string only = "") =>
        Found(folder, OfAll(folder), profiles, only);

    /// <summary>The same where it is known what no process shows by itself.</summary>
    internal static IReadOnlyList<Problem> Found(
        LintedFolder folder,
        IReadOnlyList<Problem> ofAll,
        IReadOnlyCollection<LintProfile> profiles,
        string only
    )
    {
        var asked = Processes(folder, only).ToList();
        var own = asked.SelectMany(r => OfProcess(r, folder, profiles)).ToList();
        var others = asked.Count > 0 ? [] : Users(folder, only).SelectMany(r => OfProcess(r, folder, profiles)).ToList();
        var shared = ofAll.Concat(others).Where(p => IsIn(p.At.File, only)).ToList();
        var scenarios = OfScenarios(folder, own.Concat(ofAll), only);
        var found = own.Concat(shared).Concat(scenarios).Distinct().ToList();
        return ByPlace.Sorted(Allowances.Apply(found, folder.Files, file => IsIn(file, only)));
    }

    /// <summary>The processes that a file or a folder holds, those that do not read included.</summary>
    internal static IEnumerable<DefinitionReading> Processes(LintedFolder folder, string only) =>
        folder.Library.Readings.Where(r => IsIn(r.File, only));

    // What is found in a process stands where the process does, so that nothing of the others stands in a law or a calendar.
    private static IEnumerable<DefinitionReading> Users(LintedFolder folder, string only) =>
        folder.Library.Readings.Where(r => r.Places.Files.Any(file => IsIn(file, only)));

    private static IEnumerable<Problem> OfProcess(DefinitionReading reading, LintedFolder folder, IReadOnlyCollection<LintProfile> profiles)
    {
        var found = Linter.Lint(reading, profiles);
        return folder.Register is not { } register
            ? found
            : found.Concat(PostHolders.Check(reading, register)).Concat(CatalogueRow.Check(reading, register));
    }

    /// <summary>What no process shows by itself.</summary>
    internal static IReadOnlyList<Problem> OfAll(LintedFolder folder)
    {
        var found = folder.Problems.Concat(folder.Library.Problems).Concat(Linter.Together(folder.Library));
        return [.. folder.Register is { } register ? found.Concat(DeputyProcesses.Check(register, folder.Library)) : found];
    }

    // While something that scenarios are told about has an error, a file of scenarios is told that instead.
    private static IEnumerable<Problem> OfScenarios(LintedFolder folder, IEnumerable<Problem> toldAbout, string only)
    {
        if (!folder.Files.Keys.Any(f => LintedFolder.IsScenario(f) && IsIn(f, only)))
            return [];
        var errors = toldAbout.Where(p => p.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
            return folder.Scenarios().Where(p => IsIn(p.At.File, only));
        return LintedFolder.IsScenario(only) ? errors : [];
    }

    private static bool IsIn(string file, string only) =>
        only.Length == 0 || file == only || file.StartsWith($"{only}/", StringComparison.Ordinal);
}
