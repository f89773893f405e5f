using System.CommandLine;
using System.CommandLine.Parsing;
using Workflow.Engine.Messages;

namespace Workflow.Host.CommandLine;

/// <summary>What is wrong with how a verb was written, where the parser finds it: it knows no Chinese, so it is asked what it found, not what it says.</summary>
internal static class Misuse
{
    /// <summary>Returns the first thing that is wrong; null where the verb itself found it and has told it in words.</summary>
    /// <param name="parsed">A line that the parser did not take.</param>
    internal static Message? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return Stray(parsed)
            ?? Undecided(command)
            ?? command.Arguments.Select(a => Missing(parsed, a)).FirstOrDefault(m => m is not null)
            ?? Options(parsed).Select(o => Wrong(parsed, o)).FirstOrDefault(m => m is not null);
    }

    // Those of the verb, and those that every verb has.
    private static IEnumerable<Option> Options(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive)).Distinct();

    /// <summary>Returns what was meant as an option and taken for a name of something, as no option is called so; null for nothing.</summary>
    internal static Message? MistakenOption(ParseResult parsed)
    {
        if (parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash))
            return null;
        var taken = parsed.CommandResult.Command.Arguments.SelectMany(a => parsed.GetResult(a)?.Tokens ?? []);
        return taken.FirstOrDefault(t => t.Value.Length > 2 && t.Value.StartsWith("--", StringComparison.Ordinal)) is { } mistaken
            ? Unknown(parsed, mistaken.Value)
            : null;
    }

    private static Message? Stray(ParseResult parsed) => parsed.UnmatchedTokens is [var word, ..] ? Unknown(parsed, word) : null;

    private static Message Unknown(ParseResult parsed, string word)
    {
        var known = Known(parsed.CommandResult).Concat(Known(parsed.RootCommandResult)).Distinct();
        var near = Nearest.Of(word, known) ?? Nearest.Of($"--{word.TrimStart('-')}", known);
        return near is null
            ? new Message("verb.unknown_word", ("word", word))
            : new Message("verb.unknown_word", ("word", word), ("way", new Message("way.did_you_mean", ("name", near))));
    }

    private static IEnumerable<string> Known(CommandResult result) =>
        result.Command.Subcommands.Select(c => c.Name).Concat(result.Command.Options.Select(o => o.Name));

    private static Message? Undecided(Command command) =>
        command.Action is null ? new Message("verb.which", ("names", MessageValue.List(command.Subcommands.Select(c => c.Name)))) : null;

    private static Message? Missing(ParseResult parsed, Argument argument) =>
        (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues
            ? new Message("verb.argument_needed", ("argument", argument.Name))
            : null;

    private static Message? Wrong(ParseResult parsed, Option option)
    {
        var found = parsed.GetResult(option);
        var code = found is null or { Implicit: true }
            ? option.Required
                ? "verb.option_needed"
                : null
            : Wrong(found, option.Arity);
        return code is null ? null : new Message(code, ("option", option.Name));
    }

    private static string? Wrong(OptionResult found, ArgumentArity arity) =>
        found.Tokens.Count < arity.MinimumNumberOfValues ? "verb.value_missing"
        : found.Tokens.Count > arity.MaximumNumberOfValues ? "verb.once"
        : null;
}
