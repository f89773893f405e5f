using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>What one case adds to what a person has in hand.</summary>
public static class Workload
{
    /// <summary>Returns how many open steps of a case a person has claimed, was given, or is involved at.</summary>
    public static int Of(PublishedProcess process, CaseState state, string person) =>
        state.Steps.Values.Count(s =>
            s.Status == StepStatus.Open
            && process.IsTask(s.Key)
            && Turns.Waiting(process, s).Any(e => s.ClaimedBy == person || e.Person == person)
        );

    /// <summary>Returns the latest turn in which a case gave a person a task of a post; 0 for never.</summary>
    public static long Turn(CaseState state, Post post, string person) =>
        state
            .Superseded.Concat(state.Steps.Values)
            .SelectMany(s => s.Assigned is { } assigned ? s.Chosen.Add(assigned) : s.Chosen)
            .Where(a => a.Person == person && a.Post == post)
            .Max(a => (long?)a.Turn)
        ?? 0;
}
