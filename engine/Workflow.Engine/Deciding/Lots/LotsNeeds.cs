using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Names what a decision about lots needs from outside. A sealed seed is asked for only by the very command that draws: facts are stored, and stored facts are read.</summary>
internal static class LotsNeeds
{
    internal static CaseNeeds Add(CaseNeeds needs, PublishedProcess process, CaseState state, CaseCommand command)
    {
        if (command is SealLots)
            return needs with { Commits = true };
        if (command is not Complete { Step: var key } || process.Find(key) is not DrawNode node)
            return needs;
        if (!node.Sealed)
            return needs with { Seed = true };
        return state.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open, Lots.Sealed: { } before }
            ? needs with
            {
                Reveals = new SealedSeed(state.Number, before.Commitment),
            }
            : needs;
    }
}
