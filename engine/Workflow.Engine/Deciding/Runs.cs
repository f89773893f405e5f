using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>Finds the latest run of a step.</summary>
internal static class Runs
{
    extension(CaseLook look)
    {
        /// <summary>The latest run of a step's key; null where it never opened.</summary>
        internal StepState? Run(string key) => look.State.Steps.GetValueOrDefault(key);

        /// <summary>Whether somebody has to act at a step, or a block runs.</summary>
        internal bool IsOpenAt(string key) => look.Run(key)?.Status == StepStatus.Open;

        /// <summary>Whether a step is open, or what follows from its outcome still runs.</summary>
        internal bool IsAtWorkAt(string key) => look.Run(key)?.Status is StepStatus.Open or StepStatus.Following;
    }
}
