using System.CommandLine;
using Workflow.Engine.Messages;

namespace Workflow.Host.CommandLine;

/// <summary>Options that take one of some words.</summary>
internal static class AmongWords
{
    /// <summary>Refuses, in the language of the terminal, whatever is none of the words.</summary>
    internal static Option<T> Among<T>(this Option<T> option, Terminal terminal, params string[] values)
    {
        option.HelpName = string.Join('|', values);
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !values.Contains(t.Value, StringComparer.Ordinal)))
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
