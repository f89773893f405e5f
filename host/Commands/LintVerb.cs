using System.CommandLine;
using Workflow.Definitions.Reading;

namespace Workflow.Host.Commands;

/// <summary><c>lint PATH…</c>: every problem at once.</summary>
public static class LintVerb
{
    public static Command Make(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text, json or sarif.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var verb = new Command("lint", Help.Lint) { paths, format };
        verb.SetAction(parsed => Run(terminal, parsed.GetValue(paths)!, parsed.GetValue(format)!));
        return verb;
    }

    private static int Run(Terminal terminal, string[] paths, string format)
    {
        var problems = LintPaths.Check(paths);
        switch (format)
        {
            case "json": terminal.WriteJson(problems.Select(Shown)); break;
            case "sarif": terminal.WriteJson(Sarif.Of(problems)); break;
            default: Text(terminal, problems); break;
        }

        return problems.Any(p => p.Severity == Severity.Error) ? 1 : 0;
    }

    private static void Text(Terminal terminal, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems) terminal.Out.WriteLine(problem);
        var errors = problems.Count(p => p.Severity == Severity.Error);
        terminal.Error.WriteLine(problems.Count == 0 ? "No problems." : $"{errors} errors, {problems.Count - errors} warnings.");
    }

    private static object Shown(Problem p) => new
    {
        file = p.At.File,
        line = p.At.Line,
        column = p.At.Column,
        code = p.Code,
        message = p.Message,
        hint = p.Hint,
        severity = p.Severity == Severity.Error ? "error" : "warning",
    };
}
