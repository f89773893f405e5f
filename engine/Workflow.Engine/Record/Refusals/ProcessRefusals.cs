using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about which definition of a process applies.</summary>
internal static class ProcessRefusals
{
    /// <summary>No definition of the process is in force on a day.</summary>
    internal static Refusal NotInForce(NameValue process, DateOnly on) => new("process.not_in_force", ("process", process), ("on", on));
}
