using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Workflow.Engine.Messages;

/// <summary>What counts as written. A field that is filled with spaces, or with characters that nobody sees, is empty.</summary>
public static class PlainText
{
    // Letters by their class, which leave a blank all the same: the fillers of Hangul and the empty cell of Braille.
    private static readonly Rune[] Blanks = [new(0x115F), new(0x1160), new(0x2800), new(0x3164), new(0xFFA0)];

    /// <summary>Whether nothing can be read in a text; so it is of null.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text) => text is null || text.EnumerateRunes().All(IsInvisible);

    /// <summary>Whether a text may stand on a line with others: nothing in it breaks the line, hides, or turns the direction of what follows.</summary>
    public static bool IsLine(string text) =>
        !text.EnumerateRunes()
            .Any(r =>
                Rune.IsControl(r)
                || Rune.GetUnicodeCategory(r)
                    is UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.OtherNotAssigned
            );

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || Blanks.Contains(rune);
}
