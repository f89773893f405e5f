using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Ledger;

/// <summary>A row of assignment_rows: an entry gives a task of a post to one person.</summary>
internal sealed record AssignmentRow(string Case, long Entry, int Place, string Organisation, string Role, string Person, long Turn)
{
    internal static IEnumerable<AssignmentRow> Of(CaseState after, IReadOnlyList<CaseEvent> events) =>
        events.Select((e, place) => e is StepAssigned a ? new AssignmentRow(after.Number, after.Entries, place, a.Post.Organisation, a.Post.Role, a.Person, a.Turn) : null).OfType<AssignmentRow>();
}
