namespace Workflow.Engine.Record.Events;

/// <summary>
/// An event that adds to the record and moves nothing: no clock starts or stops by it, and it is nobody's turn or nobody's turn any more.
/// Its record says so, and the tables of what follows from events need no row for it.
/// </summary>
internal interface IForTheRecord
{
    /// <summary>Whether people outside the case hear of it.</summary>
    bool IsAnnounced { get; }
}
