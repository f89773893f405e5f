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
        return text.Length > 1 && text[0] is ('“' or '‘') && text[^1] is ('”' or '’')
            ? (YamlReasons.WideQuotes(text), Ways.HalfWidthQuotes(text[1..^1]))
            : null;
    }

    [GeneratedRegex("^(?:y|n|yes|no|on|off|true|false|null|~)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Truth();

    [GeneratedRegex("^[0-9]{1,3}(?::[0-5]?[0-9])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("^0[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();
}
