using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Rows, as sentences name them.</summary>
internal static class RowThings
{
    /// <summary>the summary of the case</summary>
    internal static Message Head() => new("row.head");

    /// <summary>the reader '{viewer}'</summary>
    internal static Message Viewer(string viewer) => new("row.viewer", ("viewer", viewer));

    /// <summary>the clock '{clock}'</summary>
    internal static Message Clock(string clock) => new("row.clock", ("clock", clock));

    /// <summary>the task '{step}' of '{entitlement}'</summary>
    internal static Message Task(string step, string entitlement) => new("row.task", ("step", step), ("entitlement", entitlement));

    /// <summary>the message of entry {entry}, place {place}</summary>
    internal static Message Message(long entry, long place) => new("row.message", ("entry", entry), ("place", place));

    /// <summary>the command for another case of entry {entry}, place {place}</summary>
    internal static Message Command(long entry, long place) => new("row.command", ("entry", entry), ("place", place));

    /// <summary>the attachment of entry {entry}, place {place}</summary>
    internal static Message File(long entry, long place) => new("row.file", ("entry", entry), ("place", place));

    /// <summary>the assignment of entry {entry}, place {place}</summary>
    internal static Message Assignment(long entry, long place) => new("row.assignment", ("entry", entry), ("place", place));

    /// <summary>the number in another system</summary>
    internal static Message Adoption() => new("row.adoption");

    /// <summary>the number '{number}' of the document '{document}'</summary>
    internal static Message Number(string document, string number) => new("row.number", ("document", document), ("number", number));

    /// <summary>the copy of entry {entry}, place {place} for '{reader}'</summary>
    internal static Message Copy(long entry, long place, string reader) =>
        new("row.copy", ("entry", entry), ("place", place), ("reader", reader));
}
