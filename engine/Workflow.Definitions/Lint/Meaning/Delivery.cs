using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Which outcomes deliver what was issued.</summary>
internal static class Delivery
{
    /// <summary>It serves documents, marks that they were delivered, is delivery in law, or issues the receipt for it.</summary>
    public static bool Is(ProcessDefinition definition, Node node, OutcomeRule body) =>
        body.Serves is not null
        || (node is WorkNode work && CommonWords.Service.IsGround(work.Ground))
        || body.Marks.Any(m => m.Moment == "delivered" || m.Moment.EndsWith("-delivered", StringComparison.Ordinal))
        || body.Issues.Any(d => definition.Documents.Any(t => t.Id == d && CommonWords.Receipt.IsTitle(t.Title)));
}
