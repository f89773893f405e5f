using System.Collections.Immutable;

namespace Workflow.Engine.Record.Commands;

/// <summary>Fixes what lots are drawn from, and how, before the draw: the seed is taken at once and stays in the vault until then, known only by its commitment.</summary>
/// <param name="Step">The key of the draw.</param>
public sealed record SealLots(string Step) : CaseCommand, IAtStep;

/// <summary>Replaces rows drawn by lot by the next rows of the same permutation 回避. Only the head of the leading office may.</summary>
/// <param name="Step">The key of the draw.</param>
/// <param name="Recused">The rows that step back; 1 to 1,000, each drawn and named once.</param>
/// <param name="Document">The document behind it; null for none.</param>
public sealed record Redraw(string Step, ImmutableArray<Recusal> Recused, string? Document = null) : CaseCommand, IAtStep;

/// <summary>A row that steps back.</summary>
/// <param name="Row">The row, counted from 1.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record Recusal(int Row, string Reasons);
