using System.CommandLine;
using System.CommandLine.Invocation;
using Workflow.Host.Wording;

namespace Workflow.Host.CommandLine;

/// <summary>What <c>--help</c> shows: what a verb is for, examples to copy, how it is written. All of it in the language of the terminal.</summary>
/// <param name="words">The language.</param>
/// <param name="exit">The exit code: 0 for whoever asked, anything else for whoever has yet to say what is wanted.</param>
internal sealed class HelpPage(Words words, int exit = 0) : SynchronousCommandLineAction
{
    private const string Indent = "  ";

    /// <summary>Whoever asks for help has not yet written everything.</summary>
    public override bool ClearsParseErrors => exit == 0;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parsed)
    {
        var (command, terminal) = (parsed.CommandResult.Command, parsed.InvocationConfiguration);
        var into = exit == 0 ? terminal.Output : terminal.Error;
        into.WriteLine(command.Description);
        into.WriteLine();
        Section(into, "usage.usage", [(Usage(command), "")]);
        Section(into, "usage.arguments", [.. command.Arguments.Select(a => (Named(a), a.Description ?? ""))]);
        Section(into, "usage.options", [.. Options(command).Select(o => (Named(o), Described(o)))]);
        Section(into, "usage.commands", [.. command.Subcommands.Select(c => (Named(c), FirstLine(c.Description)))]);
        return exit;
    }

    // What is true of every verb stands at the end.
    private static IEnumerable<Option> Options(Command command) =>
        command
            .Options.Concat(Around(command).SelectMany(c => c.Options).Where(o => o.Recursive))
            .OrderBy(o => o.Recursive || o is VersionOption);

    private static IEnumerable<Command> Around(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Around(parent).Append(parent));

    private void Section(TextWriter into, string title, IReadOnlyList<(string Name, string Words)> rows)
    {
        if (rows.Count == 0)
            return;
        into.WriteLine(words.Tell(title));
        var width = rows.Max(r => r.Name.Length) + Indent.Length;
        foreach (var row in rows)
            into.WriteLine((Indent + row.Name.PadRight(width) + row.Words).TrimEnd());
        into.WriteLine();
    }

    private string Usage(Command command)
    {
        var parts = Around(command).Append(command).Select(c => c.Name).Concat(command.Arguments.Select(Written));
        if (command.Subcommands.Count > 0)
            parts = parts.Append(words.Tell("usage.any_command"));
        return string.Join(' ', parts.Append(words.Tell("usage.any_option")));
    }

    private static string Named(Command command) => string.Join(' ', command.Arguments.Select(Written).Prepend(command.Name));

    private static string Named(Argument argument) => $"<{argument.Name}>";

    private static string Named(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(a => a[0] == '-').Order(StringComparer.Ordinal).Append(option.Name));
        return option.HelpName is { } value ? $"{names} <{value}>" : names;
    }

    private static string Written(Argument argument)
    {
        var many = argument.Arity.MaximumNumberOfValues > 1 ? "..." : "";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>{many}]" : $"<{argument.Name}>{many}";
    }

    private string Described(Option option)
    {
        if (option.Required)
            return option.Description + words.Tell("usage.needed");
        return Meant(option) is { } meant ? option.Description + words.Tell("usage.default", ("value", meant)) : option.Description ?? "";
    }

    private static string? Meant(Option option) => option.HasDefaultValue ? option.GetDefaultValue() as string : null;

    private static string FirstLine(string? text) => text?.Split('\n')[0] ?? "";
}
