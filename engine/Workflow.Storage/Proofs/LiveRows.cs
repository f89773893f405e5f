using System.Data.Common;
using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Storage.Proofs;

/// <summary>Reads the rows that a case has on disk.</summary>
internal static class LiveRows
{
    /// <summary>The tables whose rows are functions of the ledger and name their case.</summary>
    internal static IReadOnlyList<string> Tables { get; } = ["heads", "viewer_rows", "clock_rows", "inbox_rows", "outbox_rows", "pending_rows", "file_rows", "assignment_rows", "copy_rows", "adoption_rows"];

    internal static Projection Of(string number, DbConnection connection) => new()
    {
        Heads = [.. connection.Query<HeadRow>(Heads, new { number })],
        Viewers = [.. connection.Query<string>("select viewer from viewer_rows where case_no = @number", new { number }).Select(viewer => new ViewerRow(number, viewer))],
        Clocks = [.. connection.Query<StoredClock>($"{StoredClock.Columns} where case_no = @number order by clock", new { number }).Select(r => r.Shown())],
        Inbox = [.. connection.Query<StoredInbox>($"{StoredInbox.Columns} where case_no = @number", new { number }).Select(r => r.Shown())],
        Messages = [.. connection.Query<Message>(Messages, new { number }).Select(r => new OutboxRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Kind))],
        Pending = [.. connection.Query<Command>(Pending, new { number }).Select(r => new PendingRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Target, r.Actor, r.Text))],
        Files = [.. connection.Query<Named>(Files, new { number }).Select(r => new FileRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Sha256))],
        Assignments = [.. connection.Query<Given>(Assignments, new { number }).Select(r => new AssignmentRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Organisation, r.Role, r.Person, r.Turn))],
        Copies = [.. CopyRow.Live(number, connection)],
        Adoptions = [.. AdoptionRow.Live(number, connection)],
    };

    private const string Heads =
        """
        select case_no as "Case", entry_no as Entries, hash as Hash, last_at as LastAt, stage as Stage, process as Process, definition as Definition,
            lodged_on as LodgedOn, result as Result, due_on as DueOn, party as Party, viewers as Viewers
        from heads where case_no = @number
        """;

    private const string Messages =
        "select case_no as CaseNo, entry_no as EntryNo, place as Place, kind as Kind from outbox_rows where case_no = @number";

    private const string Pending =
        "select case_no as CaseNo, entry_no as EntryNo, place as Place, target as Target, actor as Actor, command as Text from pending_rows where case_no = @number";

    private const string Files = "select case_no as CaseNo, entry_no as EntryNo, place as Place, sha256 as Sha256 from file_rows where case_no = @number";

    private const string Assignments =
        "select case_no as CaseNo, entry_no as EntryNo, place as Place, organisation as Organisation, role as Role, person as Person, turn as Turn from assignment_rows where case_no = @number";

    private sealed record Message(string CaseNo, long EntryNo, long Place, string Kind);

    private sealed record Command(string CaseNo, long EntryNo, long Place, string? Target, string Actor, string Text);

    private sealed record Given(string CaseNo, long EntryNo, long Place, string Organisation, string Role, string Person, long Turn);

    private sealed record Named(string CaseNo, long EntryNo, long Place, string Sha256);
}
