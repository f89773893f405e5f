using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Due;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Fields">Its fields in order; fields past a cap are cut.</param>
/// <param name="Fault">What is wrong with its form, with line and character; null when nothing is.</param>
public sealed record CsvRow(int Line, ImmutableArray<string> Fields, Message? Fault)
{
    /// <summary>Whether every field is empty: a row that was once filled in a spreadsheet stays behind as separators alone.</summary>
    public bool IsOfNothing => Fault is null && Fields.All(f => f.Length == 0);
}
