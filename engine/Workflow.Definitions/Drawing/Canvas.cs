using System.Collections.Immutable;

namespace Workflow.Definitions.Drawing;

/// <summary>What has been drawn so far.</summary>
internal sealed class Canvas
{
    private readonly ImmutableArray<PictureBox>.Builder _boxes = ImmutableArray.CreateBuilder<PictureBox>();
    private readonly ImmutableArray<PictureLine>.Builder _lines = ImmutableArray.CreateBuilder<PictureLine>();
    private readonly ImmutableArray<PictureLabel>.Builder _labels = ImmutableArray.CreateBuilder<PictureLabel>();

    internal void Put(PictureBox box) => _boxes.Add(box);

    internal void Arrow(params ReadOnlySpan<(int X, int Y)> points) => _lines.Add(new PictureLine([.. points]));

    internal void Line(params ReadOnlySpan<(int X, int Y)> points) => _lines.Add(new PictureLine([.. points], IsArrow: false));

    internal void Label(int x, int y, string text)
    {
        if (text.Length > 0)
            _labels.Add(new PictureLabel(x, y, text));
    }

    internal Picture Whole(int width, int height) => new(width, height, _boxes.ToImmutable(), _lines.ToImmutable(), _labels.ToImmutable());
}

/// <summary>How much room letters take.</summary>
internal static class Letters
{
    private const int Wide = 0x2E80;

    /// <summary>The width of a text in letters of a size: those of Chinese are square.</summary>
    internal static int Width(string text, int size) => (int)Math.Ceiling(text.Sum(c => c >= Wide ? 1.0 : 0.58) * size);

    /// <summary>Breaks a text into lines no wider than a width; what is beyond the last is cut off with a sign.</summary>
    internal static ImmutableArray<string> Lines(string text, int size, int width, int most)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var letter in text)
        {
            if (Width(line + letter, size) <= width)
            {
                line += letter;
                continue;
            }

            if (lines.Count == most - 1)
                return [.. lines, $"{line[..^1]}…"];
            lines.Add(line);
            line = $"{letter}".TrimStart();
        }

        return [.. lines, line];
    }
}
