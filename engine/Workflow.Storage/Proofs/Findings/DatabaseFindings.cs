using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What is wrong with a database beside what is written in it.</summary>
internal static class DatabaseFindings
{
    /// <summary>The database finds itself damaged: {detail}</summary>
    internal static Message Damaged(string detail) => new("verify.damaged", ("detail", MachineText.Of(detail)));

    /// <summary>Expected tables alone, but found the trigger '{name}', which this product does not make.</summary>
    internal static Message Trigger(string name) => new("verify.trigger", ("name", name));

    /// <summary>Expected tables alone, but found the view '{name}', which this product does not make.</summary>
    internal static Message View(string name) => new("verify.view", ("name", name));
}
