using Microsoft.AspNetCore.Http.Extensions;
using Workflow.Definitions.Registers;
using Workflow.Host.Inbox;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Sheets;

/// <summary>A task as the lists of pages tell it.</summary>
internal static class TaskLine
{
    /// <summary>The address of its case, at its step.</summary>
    internal static string Case(ListWork.ListedTask task, Frame frame) =>
        $"{Address(task, frame)}{new QueryBuilder { { "step", task.Step } }.ToQueryString()}";

    /// <summary>The address where whoever has it is urged.</summary>
    internal static string Urge(ListWork.ListedTask task, Frame frame) =>
        $"{Address(task, frame)}/act{new QueryBuilder { { "action", "urge" }, { "target", task.Step } }.ToQueryString()}";

    private static string Address(ListWork.ListedTask task, Frame frame) => $"{frame.Base}/cases/{Uri.EscapeDataString(task.Case)}";

    /// <summary>Its last day.</summary>
    internal static string Due(ListWork.ListedTask task, Words words) =>
        task.Paused ? words["page.paused"]
        : task.DueOn is { } due ? $"{Lines.Day(due)} {words.Weekday(due)}"
        : "—";

    /// <summary>Who has it in hand, or for which visitor it is done on paper.</summary>
    internal static string Holder(ListWork.ListedTask task, Register register, Frame frame) =>
        task.ByPaperFor is { } visitor ? frame.Words.Say("page.by-paper", visitor)
        : task.ClaimedBy is { } id ? register.Person(id, frame.Caller!.Today)?.Name ?? id
        : frame.Words["page.free"];
}
