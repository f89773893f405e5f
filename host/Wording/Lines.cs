using System.Globalization;
using System.Text;
using Workflow.Definitions.Wording;

namespace Workflow.Host.Wording;

/// <summary>Lines of text for people: indented, in columns that reckon with wide characters, ended by a line feed on every machine.</summary>
public sealed class Lines(Words words)
{
    private readonly StringBuilder _text = new();

    public Words Words => words;

    public Lines Add(int indent, string text)
    {
        _text.Append(Continued.Of(new string(' ', indent * 2) + text.TrimEnd())).Append('\n');
        return this;
    }

    public Lines Say(int indent, string key, params object?[] values) => Add(indent, words.Say(key, values));

    public Lines Blank() => Add(0, "");

    /// <summary>A text filled up to a width; a Chinese character is two wide.</summary>
    public static string Cell(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    public static string Right(string text, int width) => new string(' ', Math.Max(0, width - Width(text))) + text;

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Moment(DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private static int Width(string text) => text.EnumerateRunes().Sum(r => r.Value >= 0x1100 ? 2 : 1);
}
