using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Workflow.Definitions.Drawing;

/// <summary>How a step stands on the picture of a running case.</summary>
public enum BoxMark
{
    /// <summary>Nobody has come to it yet.</summary>
    Ahead,

    /// <summary>Somebody has to act there, or what follows runs.</summary>
    Open,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It did not apply, or was closed without an outcome.</summary>
    Passed,
}

/// <summary>The state of a case on the picture of its process.</summary>
/// <param name="Steps">How each step stands, by its id; null where no case runs.</param>
/// <param name="Changed">The steps that something has just changed.</param>
public sealed record PictureState(ImmutableDictionary<string, BoxMark>? Steps, ImmutableHashSet<string> Changed)
{
    /// <summary>The picture of a process of which no case runs.</summary>
    public static PictureState None { get; } = new(null, []);
}

/// <summary>Writes a picture as SVG. Colours and letters are those of classes, so that a page, a print and a dark screen have their own.</summary>
public static class PictureSvg
{
    private const int TitleSize = 13;
    private const int BySize = 11;
    private const int LineGap = 3;

    /// <summary>Returns the picture as an element of a page.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="label">What it shows, for those who do not see it.</param>
    /// <param name="state">How the steps stand.</param>
    public static string Element(Picture picture, string label, PictureState state) => Write(picture, label, state, "");

    /// <summary>Returns the picture as a file that brings its colours with it.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="label">What it shows, for those who do not see it.</param>
    public static string File(Picture picture, string label) => Write(picture, label, PictureState.None, $"<style>{Style}</style>");

    private static string Write(Picture picture, string label, PictureState state, string style) =>
        string.Concat([
            Head(picture, label),
            style,
            Tip,
            .. picture.Lines.Select(Line),
            .. picture.Labels.Select(Label),
            .. picture.Boxes.Select(box => Box(box, state)),
            "</svg>\n",
        ]);

    private static string Head(Picture picture, string label)
    {
        var size = Invariant($"viewBox=\"0 0 {picture.Width} {picture.Height}\" width=\"{picture.Width}\" height=\"{picture.Height}\"");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow\" {size} role=\"img\" aria-label=\"{Safe(label)}\">\n";
    }

    private static string Label(PictureLabel label) =>
        Invariant($"<text class=\"way\" x=\"{label.X}\" y=\"{label.Y}\">{Safe(label.Text)}</text>\n");

    private const string Tip = """
        <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>

        """;

    private static string Line(PictureLine line)
    {
        var points = string.Join(' ', line.Points.Select(p => Invariant($"{p.X},{p.Y}")));
        return $"<polyline class=\"line\" points=\"{points}\"{(line.IsArrow ? " marker-end=\"url(#tip)\"" : "")}/>\n";
    }

    private static string Box(PictureBox box, PictureState state)
    {
        var changed = state.Changed.Contains(box.Id) ? " is-changed" : "";
        var id = box.Id.Length == 0 ? "" : $" data-node=\"{Safe(box.Id)}\"";
        var whole = box.By.Length == 0 ? box.Title : $"{box.Title} · {box.By}";
        var classes = $"{Kind(box.Kind)} {Mark(box, state)}{changed}".TrimEnd();
        return $"<g class=\"{classes}\"{id}><title>{Safe(whole)}</title>{Shape(box)}{Texts(box)}</g>\n";
    }

    private static string Shape(PictureBox box)
    {
        var (x, y, width, height) = box.Place;
        return Invariant($"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{Round(box.Kind)}\"/>");
    }

    private static int Round(BoxKind kind) => kind == BoxKind.End ? 14 : 3;

    private static string Texts(PictureBox box)
    {
        var (room, acts) = (box.Place.Width - 16, box.By.Length > 0);
        IEnumerable<(string Class, string Text, int Size)> lines =
        [
            .. Letters.Lines($"{Sign(box.Kind)}{box.Title}", TitleSize, room, acts ? 2 : 1).Select(t => ("title", t, TitleSize)),
            .. (acts ? Letters.Lines(box.By, BySize, room, 1) : []).Select(t => ("by", t, BySize)),
        ];
        return Texts(box.Place, [.. lines]);
    }

    // The lines together stand in the middle.
    private static string Texts(Rectangle place, ImmutableArray<(string Class, string Text, int Size)> lines)
    {
        var text = new StringBuilder();
        var y = place.Y + (place.Height - lines.Sum(l => l.Size + LineGap)) / 2 + TitleSize;
        foreach (var (name, said, size) in lines)
        {
            text.Append(Text(name, (place.X + place.Width / 2, y), said));
            y += size + LineGap;
        }

        return text.ToString();
    }

    private static string Text(string name, (int X, int Y) at, string said) =>
        Invariant($"<text class=\"{name}\" x=\"{at.X}\" y=\"{at.Y}\" text-anchor=\"middle\">{Safe(said)}</text>");

    private static string Sign(BoxKind kind) =>
        kind switch
        {
            BoxKind.Back => "↩ ",
            BoxKind.Leave => "⇥ ",
            BoxKind.Step or BoxKind.AnyTime or BoxKind.Bar or BoxKind.Choice or BoxKind.End => "",
            _ => throw new System.Diagnostics.UnreachableException($"No sign for {kind}."),
        };

    private static string Kind(BoxKind kind) => kind.ToString().ToLowerInvariant();

    private static string Mark(PictureBox box, PictureState state) =>
        state.Steps is not { } steps || box.Id.Length == 0
            ? ""
            : $"is-{steps.GetValueOrDefault(box.Id, BoxMark.Ahead).ToString().ToLowerInvariant()}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private const string Style = """
        svg{background:#fff;font-family:sans-serif}rect{fill:#fff;stroke:#1b4b85}
        .line{fill:none;stroke:#66768a}.tip{fill:#66768a}
        .title{font-size:13px;fill:#14202e}.by{font-size:11px;fill:#566577}.way{font-size:11px;fill:#3f4f62}
        .anytime rect,.back rect,.leave rect{stroke-dasharray:4 3;stroke:#66768a}
        .end rect{stroke:#b0271d}.bar rect,.choice rect{fill:#edf1f5}
        """;
}
