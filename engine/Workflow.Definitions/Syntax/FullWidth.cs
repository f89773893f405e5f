using System.Text.RegularExpressions;

namespace Workflow.Definitions.Syntax;

/// <summary>Finds full-width punctuation where YAML needs half-width; YAML itself would only say that something is missing.</summary>
internal static partial class FullWidth
{
    /// <summary>Reports every such sign; true when there was one.</summary>
    public static bool Report(string file, string text, Problems problems)
    {
        var found = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.AsSpan().IndexOfAny('：', '，', '、') < 0)
                continue;
            foreach (Match match in Colon().Matches(line).Concat(Separator().Matches(line)))
            {
                var sign = match.Groups["sign"];
                if (InComment(line, sign.Index) || InQuotes(line, sign.Index))
                    continue;
                found = true;
                problems.Error(new Position(file, number, sign.Index + 1), YamlProblems.FullWidth(sign.Value, Half(sign.Value)));
            }
        }

        return found;
    }

    /// <summary>The half-width form of a full-width sign; the sign itself when it has none.</summary>
    public static string Half(string sign) =>
        sign switch
        {
            "：" => ":",
            "，" or "、" => ",",
            "“" or "”" => "\"",
            "‘" or "’" => "'",
            "（" => "(",
            "）" => ")",
            var half => half,
        };

    // A key of the language followed by a full-width colon: at the start of a line, after a dash, a brace or a comma.
    [GeneratedRegex(@"(?:^\s*(?:-\s*)*|[{,，]\s*)[a-z][a-z0-9-]*\s*(?<sign>：)", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    // A full-width comma followed by a key: it was meant to separate.
    [GeneratedRegex(@"(?<sign>[，、])\s*[a-z][a-z0-9-]*\s*:\s", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    private static bool InComment(string line, int at) => line.TrimStart().StartsWith('#') || line[..at].Contains(" #");

    private static bool InQuotes(string line, int at) => IsOpen(line.AsSpan(0, at), '"') || IsOpen(line.AsSpan(0, at), '\'');

    private static bool IsOpen(ReadOnlySpan<char> before, char quote) => before.Count(quote) % 2 == 1;
}
