using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Wording;

/// <summary>The words of everything that the host may answer: its own beside those of engine, storage and definitions.</summary>
public static class HostMessages
{
    /// <summary>Every row.</summary>
    public static MessageTable All { get; } = MessageTable.Of(typeof(MessageTable).Assembly, typeof(HostMessages).Assembly);

    /// <summary>The exit code of a verb that ends with a message: 2 where its row says that an option or an input cannot be read, else 1.</summary>
    public static int Exit(Message message) => All.Rows[message.Code].Exit ?? 1;

    /// <summary>The HTTP status of a refusal: its row names it.</summary>
    public static int Status(Refusal refusal) =>
        All.Rows[refusal.Code].Status ?? throw new System.Diagnostics.UnreachableException($"The row of {refusal.Code} names no status.");
}
