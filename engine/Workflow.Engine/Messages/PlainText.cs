using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Workflow.Engine.Messages;

/// <summary>What counts as written. A field that is filled with spaces, or with characters that nobody sees, is empty.</summary>
public static class PlainText
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    // Letters and symbols by their class, which show nothing all the same. Of Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt)
    // the fillers of Hangul alone are of such a class: U+115F, U+1160, U+3164, U+FFA0. Beside them the empty cell of Braille, the place of
    // an object that is not there, and the head of a note that is not drawn (Unicode, chapters 21.9, 23.8 and 21.2).
    private static readonly Rune[] Blanks = [new(0x115F), new(0x1160), new(0x3164), new(0xFFA0), new(0x2800), new(0xFFFC), new(0x1D159)];

    /// <summary>
    /// Whether nothing can be read in a text; so it is of null. It takes a letter, digit, punctuation or symbol that is seen by itself:
    /// marks that only change another sign, variation selectors, private use and what no edition of Unicode names are none.
    /// </summary>
    public static bool IsBlank([NotNullWhen(false)] string? text) => text is null || !text.EnumerateRunes().Any(IsSeen);

    /// <summary>Whether a text may stand on a line with others: nothing in it breaks the line, hides, or turns the direction of what follows.</summary>
    public static bool IsLine(string text) => FirstOffLine(text) is null;

    /// <summary>
    /// Whether a text may run over several lines and still show everything that it holds: line feeds, with a carriage return
    /// before them or not, and tabs stand in it, but no other control character and nothing that turns the direction of writing.
    /// </summary>
    public static bool IsPassage(string text) => FirstUnfit(text, IsPassage) is null;

    /// <summary>The first sign for which a text is no line, such as <c>U+202E</c>; null for a line.</summary>
    public static string? FirstOffLine(string text) => FirstUnfit(text, (_, rune) => IsOfLine(rune));

    /// <summary>The first sign for which a text is no passage, such as <c>U+001B</c>; null for a passage.</summary>
    public static string? FirstOffPassage(string text) => FirstUnfit(text, IsPassage);

    /// <summary>Returns a passage as it may be written to a terminal or a file for people: what would act and not show is named, <c>&lt;U+001B&gt;</c>.</summary>
    public static string Visible(string text) => IsPassage(text) ? text : Named(text, IsPassage);

    /// <summary>Returns a text as it may stand on a line with others: line breaks are named too.</summary>
    public static string VisibleLine(string text) => IsLine(text) ? text : Named(text, (_, rune) => !Rune.IsControl(rune) && !Turns(rune));

    /// <summary>Returns a text with its full-width signs as those of usual width, which they stand for; blanks at the ends are gone.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(Narrow)).Trim();

    // The block of full-width forms repeats ASCII in its order.
    private static char Narrow(char sign) =>
        sign switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
            '\u3000' => ' ',
            _ => sign,
        };

    /// <summary>Returns a passage on one line: where it broke, a wide blank stands, and empty lines are gone.</summary>
    public static string OnOneLine(string text) =>
        string.Join('\u3000', text.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool IsOfLine(Rune rune) =>
        !Rune.IsControl(rune)
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
            );

    private static bool IsPassage(bool endsLine, Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' => true,
            '\r' => endsLine,
            _ => !Rune.IsControl(rune) && !Turns(rune),
        };

    // What turns the direction of writing, and the line breaks of Unicode that no editor counts.
    private static bool Turns(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0x2028 or 0x2029;

    private static string? FirstUnfit(string text, Func<bool, Rune, bool> fits)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!fits(IsAt(text, at, "\r\n"), rune))
                return $"U+{rune.Value:X4}";
            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static bool IsAt(string text, int at, string part) => text.AsSpan(at).StartsWith(part, StringComparison.Ordinal);

    private static string Named(string text, Func<bool, Rune, bool> fits)
    {
        var (named, at) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            named.Append(fits(IsAt(text, at, "\r\n"), rune) ? rune.ToString() : $"<U+{rune.Value:X4}>");
            at += rune.Utf16SequenceLength;
        }

        return named.ToString();
    }

    private static bool IsSeen(Rune rune) =>
        (Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)) && !Blanks.Contains(rune);
}
