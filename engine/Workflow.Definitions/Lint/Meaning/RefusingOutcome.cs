using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Which outcomes refuse somebody something.</summary>
internal static class RefusingOutcome
{
    /// <summary>
    /// An outcome that names remedies, or is called a refusal. One that sends the work back inside the office refuses nobody
    /// anything; a plain "not" refuses only where it ends the case or issues a document.
    /// </summary>
    public static bool Is(Node node, OutcomeRule body)
    {
        if (body.Exit is BackExit || node is ParallelNode or ChoiceNode)
            return false;
        if (body.Remedies is Remedies.Free or Remedies.ReconsiderationFirst)
            return true;
        if (Posts.IsParty(node))
            return false;
        return CommonWords.Refusal.Name(body) || (CommonWords.Negative.IsId(body.Id) && (body.Exit is EndExit || !body.Issues.IsEmpty));
    }
}
