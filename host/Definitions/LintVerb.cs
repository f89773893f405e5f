using System.CommandLine;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Lint.Writing;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Host.CommandLine;

namespace Workflow.Host.Definitions;

/// <summary><c>lint PATH…</c>: every problem at once.</summary>
public static class LintVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "lint", Help.Lint + LintRules.Describe());
        var paths = form.Many("PATH", ArgumentArity.OneOrMore);
        var format = form.OneOf("--format", "text", "json", "sarif");
        var profiles = form.Texts("--profile", string.Join('|', LintProfiles.ByName.Keys));
        profiles.AcceptOnlyFromAmong([.. LintProfiles.ByName.Keys]);
        var json = form.Flag("--json");
        form.Command.SetAction(parsed => Run(
            terminal,
            LintPaths.Check(parsed.GetValue(paths)!, [.. (parsed.GetValue(profiles) ?? []).Select(name => LintProfiles.ByName[name])]),
            parsed.GetValue(json) ? "json" : parsed.GetValue(format)!,
            terminal.Words.Language));
        return form.Command;
    }

    private static int Run(Terminal terminal, IReadOnlyList<Problem> problems, string format, Language language)
    {
        terminal.Out.Write(format switch
        {
            "json" => LintJson.Write(problems, language),
            "sarif" => LintSarif.Write(problems, language),
            _ => LintText.Write(problems, language),
        });
        if (format == "text") terminal.Error.WriteLine(LintText.Total(problems, language));
        return problems.Any(p => p.Severity == Severity.Error) ? 1 : 0;
    }
}
