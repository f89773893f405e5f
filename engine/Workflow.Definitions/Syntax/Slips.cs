using System.Text.RegularExpressions;
using Workflow.Engine.Messages;
using YamlDotNet.Core;

namespace Workflow.Definitions.Syntax;

/// <summary>A slip that made a file unreadable: where it is, and what is said of it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Problem">What is said.</param>
internal sealed record Slip(int Line, int Column, Message Problem);

/// <summary>
/// Finds the slip behind a failure of the YAML parser, which speaks of scanners and tokens and often points past the mistake. What
/// it says is only asked for the kind of trouble; the place and the words come from the line itself.
/// </summary>
/// <param name="text">The file.</param>
internal sealed partial class Slips(string text)
{
    private readonly string[] _lines = FileLines.Of(text);

    /// <summary>Returns the slip; null when it is none of the common ones.</summary>
    public Slip? Behind(YamlException fault)
    {
        var (line, column) = ((int)fault.Start.Line, (int)fault.Start.Column);
        return (fault.Message.Contains("tab", StringComparison.Ordinal) ? Tab() : null)
            ?? OpenQuote(line, column)
            ?? Enumerable.Range(Math.Max(1, line - 1), 2).Select(n => CutText.On(Line(n), n)).FirstOrDefault(s => s is not null)
            ?? Enumerable.Range(Math.Max(1, line - 1), 2).Reverse().Select(n => OnLine(n, column)).FirstOrDefault(s => s is not null)
            ?? Shifted(line);
    }

    private string Line(int number) => number >= 1 && number <= _lines.Length ? _lines[number - 1] : "";

    private Slip? Tab()
    {
        var at = Array.FindIndex(_lines, l => l.Length > 0 && Indent(l).Contains('\t'));
        return at < 0 ? null : new Slip(at + 1, _lines[at].IndexOf('\t') + 1, YamlProblems.Indentation(HiddenSigns.Code('\t')));
    }

    // The parser notices an open quote where the next line does not go on as a text would.
    private Slip? OpenQuote(int number, int column)
    {
        var line = Line(number);
        if (column < 1 || column > line.Length || line[column - 1] is not ('"' or '\''))
            return null;
        return line.IndexOf(line[column - 1], column) >= 0 ? null : OpenQuote(number, column, line[column - 1]);
    }

    /// <summary>A quote that is never closed.</summary>
    internal static Slip OpenQuote(int number, int column, char quote) =>
        new(number, column, YamlProblems.Syntax(YamlReasons.QuoteOpen($"{quote}"), Ways.CloseQuote($"{quote}")));

    private Slip? OnLine(int number, int column)
    {
        var line = Line(number);
        if (NoSpace().Match(line) is { Success: true } tight)
            return Said(number, tight.Groups["after"].Index, YamlReasons.NoSpace(), Ways.SpaceAfterColon);
        return Value().Match(line).Groups["value"] is { Success: true } value ? InValue(number, value.Index, value.Value) : null;
    }

    // A value that has to stand in quotes.
    private static Slip? InValue(int number, int at, string value) =>
        value[0] is '@' or '`' or '%' or '&' or '*' or '!' or '|' or '>'
            ? Said(number, at, YamlReasons.Begins($"{value[0]}"), Ways.InQuotes)
        : GoesOn().IsMatch(value) ? Said(number, at, YamlReasons.GoesOn($"{value[0]}"), Ways.InQuotes)
        : SecondColon(value) is > 0 and var colon && value[0] is not ('{' or '[' or '"' or '\'')
            ? Said(number, at + colon, YamlReasons.SecondColon(), Ways.InQuotes)
        : null;

    // Before a blank, or at the end; -1 for none.
    private static int SecondColon(string value) =>
        value.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var inside ? inside
        : value.EndsWith(':') ? value.Length - 1
        : -1;

    private Slip? Shifted(int number) =>
        Line(number) is { Length: > 0 } line && KeyOrItem().IsMatch(line)
            ? Said(number, Indent(line).Length, YamlReasons.Shifted(), Ways.IndentLikeNeighbours)
            : null;

    private static Slip Said(int number, int at, Message reason, Message way) => new(number, at + 1, YamlProblems.Syntax(reason, way));

    private static string Indent(string line) => line[..(line.Length - line.TrimStart(' ', '\t').Length)];

    // A key, a colon and at once a letter; of an address the colon is followed by a slash.
    [GeneratedRegex(@"^\s*(?:-\s+)*[a-z][a-z0-9-]*:(?<after>[^\s/])", RegexOptions.CultureInvariant)]
    private static partial Regex NoSpace();

    [GeneratedRegex(@"^\s*(?:-\s+)*[a-z][a-z0-9-]*:\s+(?<value>\S.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    // A bracket or a quote that closes before the value ends.
    [GeneratedRegex("""^(?:\{[^{}]*\}|\[[^\[\]]*\]|"[^"]*"|'[^']*')\s*[^\s#,]""", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^\s*(?:-\s|-$|\S+\s*:(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex KeyOrItem();
}
