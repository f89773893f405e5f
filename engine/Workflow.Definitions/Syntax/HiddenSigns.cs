using System.Buffers;
using System.Text.RegularExpressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>Finds signs that nobody sees and that change what a file says: before it is read, because a reader of YAML counts lines by some of them.</summary>
internal static partial class HiddenSigns
{
    private static readonly SearchValues<char> OfNoWidth = SearchValues.Create("\u200B\u2060\uFEFF");

    /// <summary>Reports every such sign; true when there was one.</summary>
    public static bool Report(string file, string text, Problems problems)
    {
        var found = false;
        foreach (var (line, number) in FileLines.Of(text).Select((line, i) => (line, i + 1)))
        {
            foreach (var (at, problem) in In(line))
            {
                found = true;
                problems.Error(new Position(file, number, at + 1), problem);
            }
        }

        return found;
    }

    // A blank before a key shifts it as a space would, but YAML takes it for a part of the key.
    private static IEnumerable<(int At, Message Problem)> In(string line)
    {
        if (Indentation().Match(line) is { Success: true } shifted)
            yield return (shifted.Groups["blank"].Index, YamlProblems.Indentation(Code(shifted.Groups["blank"].Value[0])));
        for (var at = HidesNothing(line) ? line.Length : 0; at < line.Length; at++)
            if (IsHidden(line[at]))
                yield return (at, YamlProblems.HiddenSign(Code(line[at])));
    }

    /// <summary>The name of a sign, such as <c>U+00A0</c>.</summary>
    public static string Code(char sign) => $"U+{(int)sign:X4}";

    private static bool IsHidden(char sign) =>
        sign != '\t' && (char.IsControl(sign) || PlainText.FirstOffPassage($"{sign}") is not null || OfNoWidth.Contains(sign));

    // Nearly every line: it is looked at as a whole first.
    private static bool HidesNothing(string line) => PlainText.IsPassage(line) && line.AsSpan().IndexOfAny(OfNoWidth) < 0;

    [GeneratedRegex(
        @"^[ \t]*(?<blank>[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])[\s\u3000]*(?:-\s|[a-z][a-z0-9-]*\s*:(?:\s|$))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Indentation();
}
