using System.Text.RegularExpressions;

namespace Workflow.Definitions.Syntax;

/// <summary>Finds full-width punctuation where YAML needs half-width; YAML itself would only say that something is missing.</summary>
internal static partial class FullWidth
{
    /// <summary>Reports every such sign; true when there was one.</summary>
    public static bool Report(string file, string text, Problems problems)
    {
        var found = false;
        foreach (var (number, line) in text.Split('\n').Index())
        foreach (var sign in Signs(line))
        {
            found = true;
            problems.Error(new Position(file, number + 1, sign.Index + 1), YamlProblems.FullWidth(sign.Value, Half(sign.Value)));
        }

        return found;
    }

    // Those that were meant for the language: neither said of it nor written in a text.
    private static IEnumerable<Group> Signs(string line) =>
        line.AsSpan().IndexOfAny('：', '，', '、') < 0
            ? []
            : Colon()
                .Matches(line)
                .Concat(Separator().Matches(line))
                .Concat(Items(line))
                .Select(m => m.Groups["sign"])
                .Where(sign => !InComment(line, sign.Index) && !InQuotes(line, sign.Index));

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

    // A full-width comma between two names of a list.
    private static IEnumerable<Match> Items(string line) => Item().Matches(line).Where(m => IsInList(line.AsSpan(0, m.Index)));

    private static bool IsInList(ReadOnlySpan<char> before) => before.Count('[') > before.Count(']');

    [GeneratedRegex(
        @"(?<=[\[,，、]\s*[a-z][a-z0-9.-]*\s*)(?<sign>[，、])(?=\s*[a-z][a-z0-9.-]*\s*[],，、])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Item();

    private static bool InComment(string line, int at) => line.TrimStart().StartsWith('#') || line[..at].Contains(" #");

    private static bool InQuotes(string line, int at) => IsOpen(line.AsSpan(0, at), '"') || IsOpen(line.AsSpan(0, at), '\'');

    private static bool IsOpen(ReadOnlySpan<char> before, char quote) => before.Count(quote) % 2 == 1;
}
