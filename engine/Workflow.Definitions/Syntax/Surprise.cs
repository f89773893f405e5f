using System.Text.RegularExpressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>What YAML readers disagree about, and quotes that are none.</summary>
internal static partial class Surprise
{
    public static (Message Reason, Message Way)? In(ScalarSyntax scalar)
    {
        if (scalar.Quoted)
            return null;
        var text = scalar.Text;
        if (Truth().IsMatch(text))
            return (YamlReasons.Truth(text), Ways.Quotes(text));
        if (Clock().IsMatch(text))
            return (YamlReasons.Clock(text), Ways.Quotes(text));
        if (LeadingZero().IsMatch(text))
            return (YamlReasons.Octal(text), Ways.Quotes(text));
        return null;
    }

    /// <summary>Quotes of a Chinese keyboard around the whole: YAML takes them for a part of the text.</summary>
    public static (Message Reason, Message Way)? WideQuotes(ScalarSyntax scalar) =>
        !scalar.Quoted && Quoted().IsMatch(scalar.Text)
            ? (YamlReasons.WideQuotes(scalar.Text), Ways.HalfWidthQuotes(scalar.Text[1..^1]))
            : null;

    [GeneratedRegex("^(?:“[^“”]*”|‘[^‘’]*’)$", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("^(?:y|n|yes|no|on|off|true|false|null|~)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Truth();

    [GeneratedRegex("^[0-9]{1,3}(?::[0-5]?[0-9])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("^0[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();
}
