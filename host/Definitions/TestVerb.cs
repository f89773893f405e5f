using System.CommandLine;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Definitions;

/// <summary><c>test PATH…</c>: plays the scenarios that lie beside definitions.</summary>
public static class TestVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "test");
        var paths = form.Many("PATH", ArgumentArity.OneOrMore);
        var (definitions, json) = (form.Definitions(), form.Json());
        form.Command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Run(
                        terminal,
                        parsed.GetValue(paths)!,
                        parsed.GetValue(definitions),
                        parsed.GetValue(json),
                        terminal.Words.Language,
                        cancellation
                    )
                )
        );
        return form.Command;
    }

    private static int Run(
        Terminal terminal,
        string[] paths,
        string? definitions,
        bool json,
        Language language,
        CancellationToken cancellation
    )
    {
        var files = paths.SelectMany(Files).Distinct().ToList();
        if (files.Count == 0)
            throw ScenarioRefusals.NoScenarios(ScenarioReader.Suffix, paths);
        var (outcomes, progress) = (new List<Outcome>(), json ? TerminalProgress.To(terminal, terminal.Words.Tell("test.played")) : null);
        foreach (var outcome in Play(files, definitions, terminal.Words))
        {
            cancellation.ThrowIfCancellationRequested();
            outcomes.Add(outcome);
            progress?.Report(outcomes.Count);
            if (!json)
                Show(terminal, outcome, language);
        }

        var failed = outcomes.Count(o => !o.Passed);
        if (json)
            terminal.WriteJson(
                new
                {
                    passed = outcomes.Count - failed,
                    failed,
                    scenarios = outcomes.Select(o => Shown(o, language)),
                }
            );
        else
            terminal.Tell("test.sum", ("passed", outcomes.Count - failed), ("failed", failed));
        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? StoryFiles.Below(path)
        : File.Exists(path) ? [path]
        : throw OpeningRefusals.NoFile(FileKind.Path, path);

    // Definitions are read once for all files that lie in the same folder of them.
    private static IEnumerable<Outcome> Play(IEnumerable<string> files, string? definitions, Words words) =>
        from folder in files.GroupBy(f => StoryFiles.FolderOf(f, definitions))
        let world = StoryFiles.World(DefinitionFolder.Read(folder.Key))
        from file in folder
        from outcome in Play(StoryFiles.Read(file, world), world, words)
        select outcome;

    private static IEnumerable<Outcome> Play(ScenarioReading reading, ScenarioWorld world, Words words) =>
        reading.Problems.Any(p => p.Severity == Severity.Error)
            ? [new Outcome(reading.File, words.Tell("test.file_reads"), null, reading.Problems)]
            : reading.Scenarios.Select(s => new Outcome(reading.File, s.Title, s.At, ScenarioPlayer.Play(s, world).Failures));

    private static void Show(Terminal terminal, Outcome outcome, Language language)
    {
        terminal.Out.WriteLine(
            $"{(outcome.Passed ? terminal.Green(terminal.Words.Tell("test.passed")) : terminal.Red(terminal.Words.Tell("test.failed")))} {outcome.File}: {outcome.Title}"
        );
        foreach (var problem in outcome.Problems)
            terminal.Out.WriteLine($"  {problem.Line(language)}");
    }

    private static object Shown(Outcome o, Language language) =>
        new
        {
            file = o.File,
            line = o.At?.Line,
            title = o.Title,
            passed = o.Passed,
            failures = o.Problems.Select(p => Shown(p, language)),
        };

    private static object Shown(Problem p, Language language)
    {
        var said = p.In(language);
        return new
        {
            file = p.At.File,
            line = p.At.Line,
            column = p.At.Column,
            code = p.Code,
            message = said.Sentence,
            hint = said.WayOut,
        };
    }

    private sealed record Outcome(string File, string Title, Position? At, IReadOnlyList<Problem> Problems)
    {
        internal bool Passed => Problems.Count == 0;
    }
}
