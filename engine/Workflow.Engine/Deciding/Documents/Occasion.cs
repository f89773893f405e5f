using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>On what occasion a document is issued.</summary>
/// <param name="Step">The key of the step; for an extension the id of the clock.</param>
/// <param name="Act">Who acts, with what was entered.</param>
internal sealed record Occasion(string Step, Act Act)
{
    /// <summary>The outcome that issues it; null for an extension.</summary>
    internal OutcomeRule? Outcome { get; init; }

    /// <summary>The addressee whose receipt it is; null for every other paper, and where there is only one.</summary>
    internal Addressee? To { get; init; }

    /// <summary>The clock that was extended; null for an outcome.</summary>
    internal string? Clock { get; init; }
}
