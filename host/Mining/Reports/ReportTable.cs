using System.Collections.Immutable;

namespace Workflow.Host.Mining.Reports;

/// <summary>A part of a report, in words already: the same for text and HTML.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Note">A sentence below it; null for none.</param>
/// <param name="Heads">The heads of its columns.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
public sealed record ReportTable(string Title, string? Note, ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Whether a column is set to the right: it holds nothing but figures.</summary>
    public bool IsFigures(int column) =>
        column > 0 && Rows.All(r => r[column].Length == 0 || char.IsAsciiDigit(r[column][0]) || r[column][0] is '-' or '–');
}

/// <summary>A report for people.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it is about, a line each.</param>
/// <param name="Tables">Its parts in order.</param>
public sealed record Report(string Title, ImmutableArray<string> Lead, ImmutableArray<ReportTable> Tables)
{
    /// <summary>Drawings that HTML shows before the tables.</summary>
    public ImmutableArray<ReportFigure> Figures { get; init; } = [];

    /// <summary>Reports of its own that follow, each of a part of what this one sums up.</summary>
    public ImmutableArray<Report> Sections { get; init; } = [];
}

/// <summary>A drawing.</summary>
/// <param name="Svg">The drawing as SVG, safe to stand in a page.</param>
/// <param name="Caption">What it shows.</param>
public sealed record ReportFigure(string Svg, string Caption);
