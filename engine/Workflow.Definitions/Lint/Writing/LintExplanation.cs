using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>Writes what codes are about.</summary>
public static class LintExplanation
{
    /// <summary>Returns code and severity with what is wrong; below it why, the cure and an example, where there are any.</summary>
    public static string Write(RuleExplanation of, Language language) =>
        $"{Head("explain.head", of.Code, of.Severity, language)}\n    {of.What.In(language)}\n"
        + Line("explain.why", of.Why, language)
        + Line("explain.cure", of.Cure, language)
        + Example(of.Example, language);

    /// <summary>Returns every rule on a line, for the help of the verb.</summary>
    public static string Rules(Language language) =>
        string.Concat(LintRules.All.Select(r => $"{Head("explain.rule", r.Code, r.Severity, language)}{r.Text.What.In(language)}\n"));

    private static string Head(string words, string code, Severity severity, Language language) =>
        MessageTable.Shipped.Say(new Message(words, ("code", code), ("severity", severity.In(language))), language).Sentence;

    private static string Line(string label, LocalizedText? words, Language language) =>
        words is null ? "" : $"    {Label(label, language)}{words.In(language)}\n";

    private static string Example(string? yaml, Language language)
    {
        if (yaml is null)
            return "";
        var lines = yaml.TrimEnd('\n').Split('\n').Select(line => $"        {line}\n");
        return $"    {Label("explain.example", language).TrimEnd()}\n{string.Concat(lines)}";
    }

    private static string Label(string code, Language language) =>
        MessageTable.Shipped.Say(new Message(code), language).Sentence + (language == Language.Zh ? "：" : ": ");
}
