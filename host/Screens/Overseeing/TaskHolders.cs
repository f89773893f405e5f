using Workflow.Definitions.Registers;
using Workflow.Host.Inbox;
using Workflow.Host.Screens.Sheets;

namespace Workflow.Host.Screens.Overseeing;

/// <summary>Who has a task in hand.</summary>
internal static class TaskHolders
{
    internal static string Of(ListWork.ListedTask task, Register register, Frame frame) =>
        task.ClaimedBy is { } id ? register.Person(id, frame.Caller!.Today)?.Name ?? id : frame.Words["page.free"];
}
