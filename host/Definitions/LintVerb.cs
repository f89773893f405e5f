using System.CommandLine;
using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Lint.Writing;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;

namespace Workflow.Host.Definitions;

/// <summary><c>lint PATH…</c>: every problem at once.</summary>
public static class LintVerb
{
    private const string StandardInput = "-";
    private const string Unnamed = "standard-input.yaml";

    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "lint");
        form.Command.Description += $"\n\n{terminal.Words.Tell("help.lint_rules")}\n\n{LintExplanation.Rules(terminal.Words.Language)}";
        var paths = form.Many("PATH", ArgumentArity.ZeroOrMore);
        var format = form.OneOf("--format", "text", "json", "sarif");
        var profiles = form.SeveralOf("--profile", [.. LintProfiles.ByName.Keys]);
        var (json, strict, written) = (form.Flag("--json"), form.Flag("--strict"), form.Default("--as", "NAME", Unnamed));
        var explained = form.Text("--explain", "CODE");
        form.Check(new Message("verb.path_or_explain"), result => result.GetValue(paths) is [] == (result.GetValue(explained) is null));
        form.Command.SetAction(parsed =>
        {
            if (parsed.GetValue(explained) is { } code)
                return Explain(terminal, code);
            var lint = new LintPaths([.. (parsed.GetValue(profiles) ?? []).Select(name => LintProfiles.ByName[name])]);
            var found = Find(lint, terminal, parsed.GetValue(paths)!, parsed.GetValue(written)!);
            Write(terminal, found, parsed.GetValue(json) ? "json" : parsed.GetValue(format)!, terminal.Words.Language);
            return found.Any(p => p.Severity == Severity.Error || parsed.GetValue(strict)) ? 1 : 0;
        });
        return form.Command;
    }

    private static int Explain(Terminal terminal, string code)
    {
        if (RuleExplanation.Of(code) is { } explanation)
        {
            terminal.Out.Write(LintExplanation.Write(explanation, terminal.Words.Language));
            return 0;
        }

        terminal.Error.WriteLine(MessageTable.Shipped.Say(RuleExplanation.Unknown(code), terminal.Words.Language));
        return 1;
    }

    private static IReadOnlyList<Problem> Find(LintPaths lint, Terminal terminal, string[] paths, string written) =>
        paths is [StandardInput] ? lint.Check(written, Encoding.UTF8.GetBytes(terminal.In.ReadToEnd())) : lint.Check(paths);

    private static void Write(Terminal terminal, IReadOnlyList<Problem> problems, string format, Language language)
    {
        terminal.Out.Write(
            format switch
            {
                "json" => LintJson.Write(problems, language),
                "sarif" => LintSarif.Write(problems, language),
                _ => LintText.Write(problems, language),
            }
        );
        if (format == "text")
            terminal.Error.WriteLine(LintText.Total(problems, language));
    }
}
