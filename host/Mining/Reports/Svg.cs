using System.Globalization;
using System.Text;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining.Reports;

/// <summary>A drawing as SVG, line by line. Every text is escaped.</summary>
internal sealed class Svg
{
    /// <summary>The attribute that has a text end where it is put.</summary>
    internal const string AtEnd = " text-anchor=\"end\"";

    /// <summary>The attribute that has a text stand over the point where it is put.</summary>
    internal const string InMiddle = " text-anchor=\"middle\"";

    private readonly StringBuilder _lines = new();

    /// <summary>Begins a drawing.</summary>
    /// <param name="size">Its width and height.</param>
    /// <param name="label">What it shows, for those who do not see it.</param>
    /// <param name="letters">The height of its letters.</param>
    internal Svg((int Wide, int Tall) size, string label, int letters)
    {
        _lines.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size.Wide} {size.Tall}\"");
        _lines.Append($" role=\"img\" aria-label=\"{Html.Safe(label)}\" font-family=\"sans-serif\" font-size=\"{letters}\">\n");
    }

    /// <summary>Puts down shapes, later ones over earlier ones.</summary>
    internal void Put(params ReadOnlySpan<string> shapes)
    {
        foreach (var shape in shapes)
            _lines.Append(shape);
        _lines.Append('\n');
    }

    /// <summary>Puts down what the colours of the parts mean.</summary>
    internal void Put(Legend legend, IReadOnlyList<(string Key, string Colour)> parts, Words words)
    {
        for (var i = 0; i < parts.Count; i++)
            Put(legend.Entry(i, parts[i].Colour, words[parts[i].Key]));
    }

    /// <summary>The whole drawing.</summary>
    public override string ToString() => $"{_lines}</svg>\n";

    internal static string Rect((double X, double Y) at, (double Wide, double Tall) size, string colour) =>
        $"<rect x=\"{Number(at.X)}\" y=\"{Number(at.Y)}\" width=\"{Number(size.Wide)}\" height=\"{Number(size.Tall)}\"{Fill(colour)}/>";

    internal static string Text((double X, double Y) at, string text, string attributes = "") =>
        $"<text x=\"{Number(at.X)}\" y=\"{Number(at.Y)}\"{attributes}>{Html.Safe(text)}</text>";

    internal static string Fill(string colour) => $" fill=\"{colour}\"";

    internal static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where the meaning of colours stands.</summary>
/// <param name="Left">Where the first begins.</param>
/// <param name="Top">Where all begin.</param>
/// <param name="Step">The room of each: for a short word in either language.</param>
/// <param name="Attributes">The attributes of the texts.</param>
internal sealed record Legend(int Left, int Top, int Step, string Attributes = "")
{
    private const int Square = 14;

    internal string Entry(int place, string colour, string text) =>
        Svg.Rect((Left + place * Step, Top), (Square, Square), colour) + Svg.Text((Left + 20 + place * Step, Top + 12), text, Attributes);
}
