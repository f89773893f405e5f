using System.Text.RegularExpressions;

namespace Workflow.Definitions.Syntax;

/// <summary>What YAML readers disagree about, and quotes that are none.</summary>
internal static partial class Surprise
{
    public static (string Problem, string Cure)? In(ScalarSyntax scalar)
    {
        if (scalar.Quoted) return null;
        var text = scalar.Text;
        if (Truth().IsMatch(text)) return ($"'{text}' without quotes means yes, no or nothing to YAML", Cure(text));
        if (Clock().IsMatch(text)) return ($"'{text}' without quotes is a number of minutes or seconds to YAML", Cure(text));
        if (LeadingZero().IsMatch(text)) return ($"'{text}' without quotes is an octal number to YAML", Cure(text));
        return text.Length > 1 && text[0] is ('“' or '‘') && text[^1] is ('”' or '’')
            ? ($"it stands in full-width quotes: {text}", $"write \"{text[1..^1]}\" with half-width quotes")
            : null;
    }

    private static string Cure(string text) => $"write '{text}' with its quotes";

    [GeneratedRegex("^(?:y|n|yes|no|on|off|true|false|null|~)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Truth();

    [GeneratedRegex("^[0-9]{1,3}(?::[0-5]?[0-9])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("^0[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();
}
