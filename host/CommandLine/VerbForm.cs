using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.CommandLine;

/// <summary>
/// A verb with its arguments and options, each described in the language of the terminal: the words of <c>--by</c> of <c>adopt</c>
/// stand under <c>option.adopt.by</c>, or, where several verbs say the same, under <c>option.by</c>; what it is for, under <c>help.adopt</c>.
/// </summary>
internal sealed class VerbForm(Terminal terminal, string verb)
{
    /// <summary>The verb as the parser knows it.</summary>
    internal Command Command { get; } = new(verb, terminal.Words.Tell($"help.{verb}"));

    internal Terminal Terminal => terminal;

    internal Argument<string> Argument(string name) => Add(new Argument<string>(name) { Description = Words(name) });

    /// <summary>An argument that may be left out.</summary>
    internal Argument<string?> Maybe(string name) =>
        Add(new Argument<string?>(name) { Description = Words(name), Arity = ArgumentArity.ZeroOrOne });

    /// <summary>An argument that may stand there several times.</summary>
    internal Argument<string[]> Many(string name, ArgumentArity arity) =>
        Add(new Argument<string[]>(name) { Description = Words(name), Arity = arity });

    /// <summary>An option that must be given.</summary>
    internal Option<string> Needed(string name, string value) =>
        Add(
            new Option<string>(name)
            {
                Description = Words(name),
                HelpName = value,
                Required = true,
            }
        );

    internal Option<string?> Text(string name, string value) =>
        Add(new Option<string?>(name) { Description = Words(name), HelpName = value });

    /// <summary>An option that may be given several times.</summary>
    internal Option<string[]> Texts(string name, string value) =>
        Add(new Option<string[]>(name) { Description = Words(name), HelpName = value });

    /// <summary>The same for one that must be given.</summary>
    internal Option<string[]> RequiredTexts(string name, string value)
    {
        var option = Texts(name, value);
        option.Required = true;
        return option;
    }

    /// <summary>The same for one that takes several values at once.</summary>
    internal Option<string[]> TextsInARow(string name, string value)
    {
        var option = Texts(name, value);
        option.AllowMultipleArgumentsPerToken = true;
        return option;
    }

    internal Option<bool> Flag(string name) => Add(new Option<bool>(name) { Description = Words(name) });

    /// <summary>An option that takes one of some words; the first is meant where none is given.</summary>
    internal Option<string> OneOf(string name, params string[] values)
    {
        var option = new Option<string>(name) { Description = Words(name), DefaultValueFactory = _ => values[0] };
        return Add(option.Among(terminal, values));
    }

    /// <summary>An option that takes one of some words, or is left out.</summary>
    internal Option<string?> OneOrNone(string name, params string[] values) =>
        Add(new Option<string?>(name) { Description = Words(name) }.Among(terminal, values));

    /// <summary>An option that may be given several times, each time with one of some words.</summary>
    internal Option<string[]> SeveralOf(string name, params string[] values) =>
        Add(new Option<string[]>(name) { Description = Words(name) }.Among(terminal, values));

    /// <summary>An option with a value for where none is given.</summary>
    internal Option<string> Default(string name, string value, string meant) =>
        Add(
            new Option<string>(name)
            {
                Description = Words(name),
                HelpName = value,
                DefaultValueFactory = _ => meant,
            }
        );

    /// <summary>A legal day.</summary>
    internal Option<DateOnly?> Day(string name) => Read(name, "DAY", "verb.day", WrittenDay.Read);

    /// <summary>A moment, read where the zone of the authority is known.</summary>
    internal Option<WrittenMoment?> Moment(string name) => Read<WrittenMoment?>(name, "MOMENT", "verb.moment", WrittenMoment.Read);

    /// <summary>A whole number.</summary>
    internal Option<int?> Number(string name) => Read(name, "N", "verb.number", NumberIn);

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An address of the web, http or https.</summary>
    internal Option<Uri?> Address(string name) => Read(name, "URL", "verb.address", Settings.AddressIn);

    internal Option<string> Database() =>
        Default(
            "--database",
            "FILE",
            Environment.GetEnvironmentVariable($"{Settings.Prefix}DATABASE") is { Length: > 0 } set ? set : DatabaseFile.Default
        );

    internal Option<string?> Definitions() => Text("--definitions", "FOLDER");

    internal Option<bool> Json() => Flag("--json");

    /// <summary>Adds a check of what options say together.</summary>
    /// <param name="wrong">What is told when it fails.</param>
    /// <param name="isWrong">Whether it fails.</param>
    /// <remarks>The parser runs checks before it has read the options. One that does not read is reported by the parser; the check skips it.</remarks>
    internal void Check(Message wrong, Func<CommandResult, bool> isWrong) =>
        Command.Validators.Add(result =>
        {
            try
            {
                if (isWrong(result))
                    result.AddError($"{terminal.Words.Say(wrong)}");
            }
            catch (InvalidOperationException)
            {
                // An option that does not read has been told already.
            }
        });

    /// <summary>Says what the verb does, and returns it as the parser knows it.</summary>
    internal Command Does(Func<ParseResult, CancellationToken, Task<int>> run)
    {
        Command.SetAction(run);
        return Command;
    }

    /// <summary>The same for a verb that waits for nothing.</summary>
    internal Command Does(Func<ParseResult, CancellationToken, int> run) =>
        Does((given, cancellation) => Task.FromResult(run(given, cancellation)));

    /// <summary>The same for a verb that is over before anybody could stop it.</summary>
    internal Command Does(Func<ParseResult, int> run)
    {
        Command.SetAction(run);
        return Command;
    }

    private Option<T> Read<T>(string name, string value, string wrong, Func<string, T> read) =>
        Add(
            new Option<T>(name)
            {
                Description = Words(name),
                HelpName = value,
                CustomParser = result => Read(result, name, wrong, read),
            }
        );

    private T? Read<T>(ArgumentResult result, string name, string wrong, Func<string, T> read)
    {
        var text = result.Tokens[0].Value;
        if (read(text) is { } found)
            return found;
        result.AddError(terminal.Words.Tell(wrong, ("option", name), ("found", text), ("examples", WrittenMoment.Examples)));
        return default;
    }

    private string Words(string name)
    {
        var key = name.TrimStart('-').ToLowerInvariant();
        var own = $"option.{verb}.{key}";
        return terminal.Words.Has(own) ? terminal.Words[own] : terminal.Words[$"option.{key}"];
    }

    private TSymbol Add<TSymbol>(TSymbol symbol)
        where TSymbol : Symbol
    {
        if (symbol is Option option)
            Command.Options.Add(option);
        if (symbol is Argument argument)
            Command.Arguments.Add(argument);
        return symbol;
    }
}
