using System.CommandLine;
using System.Text;
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
    private const string StandardInput = "-";

    public static Command Make(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; - reads a file from standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text, json or sarif.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var profiles = new Option<string[]>("--profile") { Description = "A policy that holds for the items; may be given several times.", HelpName = string.Join('|', LintProfiles.ByName.Keys) };
        profiles.AcceptOnlyFromAmong([.. LintProfiles.ByName.Keys]);
        var (strict, written) = (new Option<bool>("--strict") { Description = "Warnings fail too." }, new Option<string>("--as") { Description = "With -: where the file would lie.", HelpName = "NAME", DefaultValueFactory = _ => "standard-input.yaml" });
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var language = Shared.Language();
        var verb = new Command("lint", Help.Lint + LintRules.Describe()) { paths, format, profiles, strict, written, json, language };
        verb.SetAction(parsed =>
        {
            var lint = new LintPaths([.. (parsed.GetValue(profiles) ?? []).Select(name => LintProfiles.ByName[name])]);
            var found = parsed.GetValue(paths) is [StandardInput]
                ? lint.Check(parsed.GetValue(written)!, Encoding.UTF8.GetBytes(terminal.In.ReadToEnd()))
                : lint.Check(parsed.GetValue(paths)!);
            Write(terminal, found, parsed.GetValue(json) ? "json" : parsed.GetValue(format)!, Languages.Named(parsed.GetValue(language)!));
            return found.Any(p => p.Severity == Severity.Error || parsed.GetValue(strict)) ? 1 : 0;
        });
        return verb;
    }

    private static void Write(Terminal terminal, IReadOnlyList<Problem> problems, string format, Language language)
    {
        terminal.Out.Write(format switch
        {
            "json" => LintJson.Write(problems, language),
            "sarif" => LintSarif.Write(problems, language),
            _ => LintText.Write(problems, language),
        });
        if (format == "text") terminal.Error.WriteLine(LintText.Total(problems, language));
    }
}
