using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.State;

/// <summary>What of a case waits for somebody.</summary>
internal static class OpenWork
{
    /// <summary>Returns the open tasks; a block, and the whole of a step that opens once per row, is nobody's task.</summary>
    internal static IEnumerable<StepState> OpenTasks(this CaseState state, PublishedProcess process) =>
        state.Steps.Values.Where(s => s.Status == StepStatus.Open && process.IsTask(s.Key));
}
