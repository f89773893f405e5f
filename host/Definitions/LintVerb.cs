using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
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
internal sealed class LintVerb(VerbForm form)
{
    private const string StandardInput = "-";
    private const string Unnamed = "standard-input.yaml";

    private readonly Argument<string[]> _paths = form.Many("PATH", ArgumentArity.ZeroOrMore);
    private readonly Option<string> _format = form.OneOf("--format", "text", "json", "sarif");
    private readonly Option<string[]> _profiles = form.SeveralOf("--profile", [.. LintProfiles.ByName.Keys]);
    private readonly Option<bool> _json = form.Flag("--json");
    private readonly Option<bool> _strict = form.Flag("--strict");
    private readonly Option<string> _written = form.Default("--as", "NAME", Unnamed);
    private readonly Option<string?> _explained = form.Text("--explain", "CODE");

    private Terminal Terminal => form.Terminal;

    private Language Language => Terminal.Words.Language;

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "lint");
        form.Command.Description += $"\n\n{terminal.Words.Tell("help.lint_rules")}\n\n{LintExplanation.Rules(terminal.Words.Language)}";
        var verb = new LintVerb(form);
        form.Check(new Message("verb.path_or_explain"), verb.NamesBothOrNone);
        return form.Does(verb.Run);
    }

    private bool NamesBothOrNone(CommandResult given) => given.GetValue(_paths) is [] == (given.GetValue(_explained) is null);

    private int Run(ParseResult given)
    {
        if (given.GetValue(_explained) is { } code)
            return Explain(code);
        var found = Find(given);
        Write(found, given.GetValue(_json) ? "json" : given.GetValue(_format)!);
        return found.Any(p => p.Severity == Severity.Error || given.GetValue(_strict)) ? 1 : 0;
    }

    private int Explain(string code)
    {
        if (RuleExplanation.Of(code) is { } explanation)
        {
            Terminal.Out.Write(LintExplanation.Write(explanation, Language));
            return 0;
        }

        Terminal.Error.WriteLine(MessageTable.Shipped.Say(RuleExplanation.Unknown(code), Language));
        return 1;
    }

    private IReadOnlyList<Problem> Find(ParseResult given)
    {
        var lint = new LintPaths([.. (given.GetValue(_profiles) ?? []).Select(name => LintProfiles.ByName[name])]);
        var paths = given.GetValue(_paths)!;
        return paths is [StandardInput]
            ? lint.Check(given.GetValue(_written)!, Encoding.UTF8.GetBytes(Terminal.In.ReadToEnd()))
            : lint.Check(paths);
    }

    private void Write(IReadOnlyList<Problem> problems, string format)
    {
        Terminal.Out.Write(
            format switch
            {
                "json" => LintJson.Write(problems, Language),
                "sarif" => LintSarif.Write(problems, Language),
                "text" => LintText.Write(problems, Language),
                _ => throw new UnreachableException($"No format is called {format}."),
            }
        );
        if (format == "text")
            Terminal.Error.WriteLine(LintText.Total(problems, Language));
    }
}
