using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Reads numbers as a document's series writes them.</summary>
internal static class SeriesNumbers
{
    private const int YearDigits = 4;

    private const string Places = $"({NumberPattern.Year}|{NumberPattern.Serial}|{NumberPattern.Mark})";

    /// <summary>Whether a text is the series of some year in which a document is numbered.</summary>
    internal static bool IsSeries(DocumentType type, string series) =>
        type.Number.Pattern is { } pattern && Match(series, pattern, NumberPattern.Serial).Success;

    /// <summary>Returns the series and the serial of a number; null for one that the document's series would never give.</summary>
    internal static (string Series, long Serial)? Parse(DocumentType type, string number)
    {
        var pattern = type.Number.Pattern!;
        var match = Match(number, pattern, "(?<serial>[0-9]{1,9})");
        if (!match.Success)
            return null;
        var series = NumberPattern.Series(pattern, match.Groups["year"].Value, match.Groups["mark"].Value);
        return (series, long.Parse(match.Groups["serial"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static Match Match(string text, string pattern, string serial) =>
        Regex.Match(text, $"^{Escaped(pattern, serial)}$", RegexOptions.NonBacktracking);

    private static string Escaped(string pattern, string serial) =>
        string.Concat(Regex.Split(pattern, Places).Select(p => Escaped(p, serial, $"(?<year>[0-9]{{{YearDigits}}})")));

    private static string Escaped(string part, string serial, string year) =>
        part switch
        {
            NumberPattern.Year => year,
            NumberPattern.Serial => serial,
            NumberPattern.Mark => "(?<mark>[^0-9]*)",
            var plain => Regex.Escape(plain),
        };
}
