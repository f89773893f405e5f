using System.Collections.Immutable;

namespace Workflow.Definitions.Drawing;

/// <summary>A part of a picture that knows its size before it is placed. One comes in at its top and goes out at its bottom, both on its axis.</summary>
internal abstract class Block
{
    internal const int Gap = 26;

    /// <summary>How wide.</summary>
    internal abstract int Width { get; }

    /// <summary>How tall.</summary>
    internal abstract int Height { get; }

    /// <summary>How far its axis lies from its left edge.</summary>
    internal abstract int Axis { get; }

    /// <summary>Whether one goes on from its bottom.</summary>
    internal virtual bool GoesOn => true;

    /// <summary>Where a line from the left meets it, below its top.</summary>
    internal virtual int Side => 0;

    /// <summary>How far its first box lies from its left edge.</summary>
    internal virtual int Inset => 0;

    internal abstract void Draw(Canvas canvas, int x, int y);
}

/// <summary>One box.</summary>
internal sealed class BoxBlock(string id, BoxKind kind, string title, string by, int width, int height) : Block
{
    internal override int Width => width;

    internal override int Height => height;

    internal override int Axis => width / 2;

    internal override bool GoesOn => kind is not (BoxKind.End or BoxKind.Back or BoxKind.Leave);

    internal override int Side => height / 2;

    internal override void Draw(Canvas canvas, int x, int y) =>
        canvas.Put(new PictureBox(id, kind, title, by, new Rectangle(x, y, width, height)));
}

/// <summary>Blocks one below the other, on one axis.</summary>
internal sealed class Stack(ImmutableArray<Block> blocks) : Block
{
    internal override int Axis { get; } = blocks.Max(b => b.Axis);

    internal override int Width { get; } = blocks.Max(b => b.Axis) + blocks.Max(b => b.Width - b.Axis);

    internal override int Height { get; } = blocks.Sum(b => b.Height) + Gap * (blocks.Length - 1);

    internal override bool GoesOn => blocks[^1].GoesOn;

    internal override int Side => blocks[0].Side;

    internal override int Inset => Axis - blocks[0].Axis + blocks[0].Inset;

    internal override void Draw(Canvas canvas, int x, int y)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i].Draw(canvas, x + Axis - blocks[i].Axis, y);
            y += blocks[i].Height;
            if (i < blocks.Length - 1 && blocks[i].GoesOn)
                canvas.Arrow((x + Axis, y), (x + Axis, y + Gap));
            y += Gap;
        }
    }
}

/// <summary>What follows one outcome of a step, or one case of a choice, under its name.</summary>
/// <param name="Title">The name.</param>
/// <param name="Body">What follows; null where it goes straight on.</param>
internal sealed record Arm(string Title, Block? Body);

/// <summary>A box with ways that branch off to its right, each below the one before.</summary>
internal sealed class SidesBlock : Block
{
    private const int LabelSize = 11;
    private const int Between = 12;
    private readonly Block _main;
    private readonly ImmutableArray<Arm> _sides;
    private readonly string _onward;
    private readonly int _room;

    internal SidesBlock(Block main, ImmutableArray<Arm> sides, string onward)
    {
        (_main, _sides, _onward) = (main, sides, onward);
        _room = 40 + sides.Max(s => Letters.Width(s.Title, LabelSize));
        Width = main.Width + _room + sides.Max(s => s.Body!.Width - s.Body.Inset);
        Height = Math.Max(main.Height, sides.Sum(s => s.Body!.Height) + Between * (sides.Length - 1)) + (Rejoins ? 14 : 0);
    }

    internal override int Width { get; }

    internal override int Height { get; }

    internal override int Axis => _main.Axis;

    internal override bool GoesOn => _onward.Length > 0 || Rejoins;

    internal override int Side => _main.Side;

    private bool Rejoins => _sides.Any(s => s.Body!.GoesOn);

    internal override void Draw(Canvas canvas, int x, int y)
    {
        _main.Draw(canvas, x, y);
        var at = y;
        foreach (var side in _sides)
        {
            Draw(canvas, side, (x, y), at);
            at += side.Body!.Height + Between;
        }

        if (_onward.Length == 0)
            return;
        canvas.Line((x + Axis, y + _main.Height), (x + Axis, y + Height));
        canvas.Label(x + Axis + 6, y + _main.Height + 15, _onward);
    }

    private void Draw(Canvas canvas, Arm side, (int X, int Y) corner, int at)
    {
        var (body, right, middle) = (side.Body!, corner.X + _main.Width, corner.Y + _main.Side);
        var (left, into) = (right + _room, at + body.Side);
        body.Draw(canvas, left - body.Inset, at);
        canvas.Arrow(into == middle ? [(right, middle), (left, into)] : Elbow((right, middle), (left, into)));
        canvas.Label(right + 20, into - 5, side.Title);
        if (body.GoesOn)
            canvas.Line(Back((left - body.Inset + body.Axis, at + body.Height), corner.X + Axis, corner.Y + Height));
    }

    private static (int X, int Y)[] Elbow((int X, int Y) from, (int X, int Y) to) => [from, (from.X + 14, from.Y), (from.X + 14, to.Y), to];

    private static (int X, int Y)[] Back((int X, int Y) from, int axis, int bottom) => [from, (from.X, bottom), (axis, bottom)];
}

/// <summary>Ways side by side between an upper and a lower bar, or below a choice.</summary>
internal sealed class FanBlock : Block
{
    private const int Between = 28;
    private const int LabelSize = 11;
    private readonly Block _head;
    private readonly ImmutableArray<Arm> _ways;
    private readonly int _tallest;

    internal FanBlock(Block head, ImmutableArray<Arm> ways)
    {
        (_head, _ways) = (head, ways);
        _tallest = ways.Max(w => w.Body?.Height ?? 0);
        Width = Math.Max(head.Width, Needed);
        Height = head.Height + 2 * Gap + _tallest + Gap;
    }

    internal override int Width { get; }

    internal override int Height { get; }

    internal override int Axis => Width / 2;

    internal override bool GoesOn => _ways.Any(w => w.Body is null or { GoesOn: true });

    internal override int Side => _head.Side;

    internal override int Inset => Axis - _head.Axis;

    private static int Room(Arm way) => Math.Max(way.Body?.Width ?? 0, Letters.Width(way.Title, LabelSize) + 16);

    internal override void Draw(Canvas canvas, int x, int y)
    {
        var lines = (Axis: x + Axis, Split: y + _head.Height + Gap / 2, Top: y + _head.Height + 2 * Gap, Join: y + Height - Gap / 2);
        _head.Draw(canvas, lines.Axis - _head.Axis, y);
        canvas.Line((lines.Axis, y + _head.Height), (lines.Axis, lines.Split));
        var left = x + (Width - Needed) / 2;
        foreach (var way in _ways)
        {
            Draw(canvas, way, left + AxisIn(way), lines);
            left += Room(way) + Between;
        }

        if (GoesOn)
            canvas.Line((lines.Axis, lines.Join), (lines.Axis, y + Height));
    }

    private int Needed => _ways.Sum(Room) + Between * (_ways.Length - 1);

    private static int AxisIn(Arm way) => way.Body is { } body ? (Room(way) - body.Width) / 2 + body.Axis : Room(way) / 2;

    private static void Draw(Canvas canvas, Arm way, int axis, (int Axis, int Split, int Top, int Join) lines)
    {
        canvas.Label(axis + 5, lines.Split + 18, way.Title);
        if (way.Body is { } body)
            Draw(canvas, body, axis, lines);
        else
            canvas.Line((lines.Axis, lines.Split), (axis, lines.Split), (axis, lines.Join), (lines.Axis, lines.Join));
    }

    private static void Draw(Canvas canvas, Block body, int axis, (int Axis, int Split, int Top, int Join) lines)
    {
        canvas.Arrow((lines.Axis, lines.Split), (axis, lines.Split), (axis, lines.Top));
        body.Draw(canvas, axis - body.Axis, lines.Top);
        if (body.GoesOn)
            canvas.Line((axis, lines.Top + body.Height), (axis, lines.Join), (lines.Axis, lines.Join));
    }
}
