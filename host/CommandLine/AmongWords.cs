using System.CommandLine;
using Workflow.Engine.Messages;

namespace Workflow.Host.CommandLine;

/// <summary>Options that take one of some words.</summary>
internal static class AmongWords
{
    /// <summary>Refuses, in the language of the terminal, whatever is none of the words.</summary>
    internal static Option<T> Among<T>(this Option<T> option, Terminal terminal, params string[] values) =>
        option.Among(terminal, values, word => values.Contains(word, StringComparer.Ordinal));

    /// <summary>The same where a word may be written in several ways.</summary>
    internal static Option<T> Among<T>(this Option<T> option, Terminal terminal, string[] values, Func<string, bool> isOne)
    {
        option.HelpName = string.Join('|', values);
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !isOne(t.Value)))
                result.AddError(
                    terminal.Words.Tell(
                        "verb.one_of",
                        ("option", option.Name),
                        ("names", MessageValue.List(values)),
                        ("found", token.Value)
                    )
                );
        });
        return option;
    }
}
