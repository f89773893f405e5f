using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A document was served on the parties, or is deemed to be.</summary>
/// <param name="Document">Its type.</param>
/// <param name="Number">Its number; null where the type has none.</param>
/// <param name="On">The day of service: what runs from service counts from it.</param>
/// <param name="Way">How, such as 直接送达; null where nobody says.</param>
/// <param name="Receipt">The number of the receipt 送达回证; null for none.</param>
/// <param name="Step">The key of the step that served it.</param>
public sealed record DocumentServed(string Document, string? Number, DateOnly On, string? Way, string? Receipt, string Step)
    : CaseEvent,
        IForTheRecord
{
    bool IForTheRecord.IsAnnounced => true;

    /// <summary>The addressee who has it now; null where it has one addressee, the party of the case.</summary>
    public Addressee? To { get; init; }
}
