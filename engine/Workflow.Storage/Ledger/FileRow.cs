using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Ledger;

/// <summary>A row of file_rows: an entry names a stored file.</summary>
internal sealed record FileRow(string Case, long Entry, int Place, string Sha256)
{
    internal static IEnumerable<FileRow> Of(CaseState after, IReadOnlyList<CaseEvent> events) =>
        events.Select((e, place) => e is FileAttached file ? new FileRow(after.Number, after.Entries, place, file.Sha256) : null).OfType<FileRow>();
}
