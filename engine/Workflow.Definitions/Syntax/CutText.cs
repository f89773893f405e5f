using System.Text.RegularExpressions;

namespace Workflow.Definitions.Syntax;

/// <summary>
/// Finds a '#' that was meant as text and makes a comment of the rest of the line. A comment has a space behind its sign; what is
/// written close behind one, as in 'title: 窗口 #1', is the text itself.
/// </summary>
internal static partial class CutText
{
    /// <summary>Returns the place of the sign behind a value without quotes; null where nothing is cut off.</summary>
    /// <param name="text">The file.</param>
    /// <param name="end">Where the value ends.</param>
    public static int? Behind(string text, int end)
    {
        var at = end;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return IsTight(text, at) ? at : null;
    }

    /// <summary>Returns the slip on a line that could not be read; null where nothing on it is cut off.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="from">From which column on, from 1.</param>
    public static Slip? On(string line, int number, int from = 1) =>
        Sign().Matches(line).FirstOrDefault(m => m.Index >= from && !IsQuoted(line, m.Index)) is { } sign
            ? new Slip(number, sign.Index + 1, YamlProblems.CutText(Rest(line, sign.Index)))
            : null;

    /// <summary>What a sign cuts off.</summary>
    public static string Rest(string text, int sign) => text[sign..].Split('\n', 2)[0].TrimEnd();

    private static bool IsTight(string text, int at) =>
        at + 1 < text.Length && text[at] == '#' && text[at + 1] is not '#' && !char.IsWhiteSpace(text[at + 1]);

    private static bool IsQuoted(string line, int at) => line.AsSpan(0, at).Count('"') % 2 == 1 || line.AsSpan(0, at).Count('\'') % 2 == 1;

    [GeneratedRegex(@"(?<=\S\s+)#(?=[^\s#])", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
