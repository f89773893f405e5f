using System.Collections.Immutable;

namespace Workflow.Host.Mining;

/// <summary>A part of a report, in words already: the same for text and HTML.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Note">A sentence below it; null for none.</param>
/// <param name="Heads">The heads of its columns.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
public sealed record ReportTable(string Title, string? Note, ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Whether a column is set to the right: it holds nothing but figures.</summary>
    public bool IsFigures(int column) => column > 0 && Rows.All(r => r[column].Length == 0 || char.IsAsciiDigit(r[column][0]) || r[column][0] is '-' or '–');
}

/// <summary>A report for people.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it is about, a line each.</param>
/// <param name="Tables">Its parts in order.</param>
public sealed record Report(string Title, ImmutableArray<string> Lead, ImmutableArray<ReportTable> Tables);
