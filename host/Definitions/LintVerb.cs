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
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text, json or sarif.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var profiles = new Option<string[]>("--profile") { Description = "A policy that holds for the items; may be given several times.", HelpName = string.Join('|', LintProfiles.ByName.Keys) };
        profiles.AcceptOnlyFromAmong([.. LintProfiles.ByName.Keys]);
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var verb = new Command("lint", Help.Lint + LintRules.Describe()) { paths, format, profiles, json };
        verb.SetAction(parsed => Run(
            terminal,
            LintPaths.Check(parsed.GetValue(paths)!, [.. (parsed.GetValue(profiles) ?? []).Select(name => LintProfiles.ByName[name])]),
            parsed.GetValue(json) ? "json" : parsed.GetValue(format)!,
            terminal.Words.Language));
        return verb;
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
