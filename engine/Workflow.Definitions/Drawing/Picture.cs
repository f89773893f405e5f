using System.Collections.Immutable;

namespace Workflow.Definitions.Drawing;

/// <summary>A process as boxes and lines, from top to bottom. All measures are in pixels at full size.</summary>
/// <param name="Width">How wide.</param>
/// <param name="Height">How tall.</param>
/// <param name="Boxes">The boxes.</param>
/// <param name="Lines">The lines between them.</param>
/// <param name="Labels">What stands at lines.</param>
public sealed record Picture(
    int Width,
    int Height,
    ImmutableArray<PictureBox> Boxes,
    ImmutableArray<PictureLine> Lines,
    ImmutableArray<PictureLabel> Labels
);

/// <summary>What a box stands for.</summary>
public enum BoxKind
{
    /// <summary>A step at which somebody, or something, has to act.</summary>
    Step,

    /// <summary>A step that may be opened whenever its condition holds.</summary>
    AnyTime,

    /// <summary>Where branches part or join.</summary>
    Bar,

    /// <summary>Where a condition chooses.</summary>
    Choice,

    /// <summary>An end of the case.</summary>
    End,

    /// <summary>The way back to an earlier step.</summary>
    Back,

    /// <summary>The way out of a block.</summary>
    Leave,
}

/// <summary>A box.</summary>
/// <param name="Id">The node's id; empty for a bar and for a way on.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Title">What people call it.</param>
/// <param name="By">Who acts; empty where nobody does.</param>
/// <param name="Place">Where it lies.</param>
public sealed record PictureBox(string Id, BoxKind Kind, string Title, string By, Rectangle Place);

/// <summary>A rectangle.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">How wide.</param>
/// <param name="Height">How tall.</param>
public sealed record Rectangle(int X, int Y, int Width, int Height);

/// <summary>A line along some points.</summary>
/// <param name="Points">The points; at least two.</param>
/// <param name="IsArrow">Whether it ends in an arrow.</param>
public sealed record PictureLine(ImmutableArray<(int X, int Y)> Points, bool IsArrow = true);

/// <summary>A word at a line.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Text">The word.</param>
public sealed record PictureLabel(int X, int Y, string Text);
