using System.CommandLine;
using Workflow.Definitions.Lint.Writing;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Definitions;

/// <summary><c>test PATH…</c>: plays the scenarios that lie beside definitions.</summary>
internal sealed class TestVerb(VerbForm form)
{
    private readonly Argument<string[]> _paths = form.Many("PATH", ArgumentArity.OneOrMore);
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<bool> _json = form.Json();

    private Terminal Terminal => form.Terminal;

    private Language Language => form.Terminal.Words.Language;

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "test");
        return form.Does(new TestVerb(form).Run);
    }

    private int Run(ParseResult given, CancellationToken cancellation)
    {
        var paths = given.GetValue(_paths)!;
        var files = paths.SelectMany(Files).Distinct().ToList();
        if (files.Count == 0)
            throw ScenarioRefusals.NoScenarios(FolderNames.ScenarioSuffix, paths);
        var outcomes = Play(files, given, cancellation);
        var (passed, failed) = (outcomes.Count(o => o.Passed), outcomes.Count(o => !o.Passed));
        Terminal.Answer(
            given.GetValue(_json),
            () =>
                new
                {
                    passed,
                    failed,
                    scenarios = outcomes.Select(Shown),
                },
            () => Terminal.Tell("test.sum", ("passed", passed), ("failed", failed))
        );
        return failed == 0 ? 0 : 1;
    }

    private List<TestOutcome> Play(IEnumerable<string> files, ParseResult given, CancellationToken cancellation)
    {
        var (outcomes, json) = (new List<TestOutcome>(), given.GetValue(_json));
        var progress = json ? TerminalProgress.To(Terminal, Terminal.Words.Tell("test.played")) : null;
        foreach (var outcome in Play(files, given.GetValue(_definitions), Terminal.Words))
        {
            cancellation.ThrowIfCancellationRequested();
            outcomes.Add(outcome);
            progress?.Report(outcomes.Count);
            if (!json)
                Show(outcome);
        }

        return outcomes;
    }

    private static IEnumerable<string> Files(string path) => InputFile.At<IEnumerable<string>>(path, StoryFiles.Below, file => [file]);

    // Definitions are read once for all files that lie in the same folder of them.
    private static IEnumerable<TestOutcome> Play(IEnumerable<string> files, string? definitions, Words words) =>
        from folder in files.GroupBy(f => StoryFiles.FolderOf(f, definitions))
        let world = StoryFiles.World(DefinitionFolder.Read(folder.Key))
        from file in folder
        from outcome in Play(StoryFiles.Read(file, world), world, words)
        select outcome;

    private static IEnumerable<TestOutcome> Play(ScenarioReading reading, ScenarioWorld world, Words words) =>
        reading.Problems.Any(p => p.Severity == Severity.Error)
            ? [new TestOutcome(reading.File, words.Tell("test.file_broken"), null, reading.Problems)]
            : reading.Scenarios.Select(s => new TestOutcome(
                reading.File,
                words.Title(s.Words()),
                s.At,
                ScenarioPlayer.Play(s, world).Failures
            ));

    private void Show(TestOutcome outcome)
    {
        ShowVerdict(outcome.Passed);
        Terminal.Out.WriteLine($" {outcome.File}: {outcome.Title}");
        foreach (var problem in outcome.Problems)
            Terminal.Out.WriteLine($"  {problem.Line(Language)}");
    }

    private void ShowVerdict(bool passed)
    {
        if (passed)
            Terminal.Green(Terminal.Words.Tell("test.passed"));
        else
            Terminal.Red(Terminal.Words.Tell("test.failed"));
    }

    private object Shown(TestOutcome o) =>
        new
        {
            file = o.File,
            line = o.At?.Line,
            title = o.Title,
            passed = o.Passed,
            failures = o.Problems.Select(p => FoundProblem.Of(p, Language)),
        };

    private sealed record TestOutcome(string File, string Title, Position? At, IReadOnlyList<Problem> Problems)
    {
        internal bool Passed => Problems.Count == 0;
    }
}
