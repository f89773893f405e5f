using System.Data.Common;
using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Reads the rows that a case has on disk.</summary>
internal static class LiveRows
{
    internal static Projection Of(string number, DbConnection connection) =>
        new()
        {
            Heads = [.. HeadRow.Live(number, connection)],
            Viewers = [.. ViewerRow.Live(number, connection)],
            Clocks = [.. StoredClock.Of(number, connection)],
            Inbox = [.. Inbox(number, connection)],
            Messages = [.. Messages(number, connection)],
            Pending = [.. Pending(number, connection)],
            Files = [.. FileRow.Live(number, connection)],
            Assignments = [.. AssignmentRow.Live(number, connection)],
            Copies = [.. CopyRow.Live(number, connection)],
            Adoptions = [.. AdoptionRow.Live(number, connection)],
            Numbers = [.. NumberRow.Live(number, connection)],
        };

    private static IEnumerable<InboxRow> Inbox(string number, DbConnection connection) =>
        connection.Query<StoredInbox>($"{StoredInbox.Columns} where case_no = @number", new { number }).Select(r => r.Shown());

    private static IEnumerable<OutboxRow> Messages(string number, DbConnection connection) =>
        connection.Query<Sent>(MessagesOf, new { number }).Select(r => new OutboxRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Kind));

    private static IEnumerable<PendingRow> Pending(string number, DbConnection connection) =>
        connection.Query<Command>(PendingOf, new { number }).Select(r => r.Shown());

    private const string MessagesOf =
        "select case_no as CaseNo, entry_no as EntryNo, place as Place, kind as Kind from outbox_rows where case_no = @number";

    private const string PendingOf = """
        select case_no as CaseNo, entry_no as EntryNo, place as Place, target as Target, actor as Who, command as Text
        from pending_rows where case_no = @number
        """;

    private sealed record Sent(string CaseNo, long EntryNo, long Place, string Kind);

    private sealed record Command(string CaseNo, long EntryNo, long Place, string? Target, string Who, string Text)
    {
        internal PendingRow Shown() => new(CaseNo, EntryNo, (int)Place, Target, Actor.Of(Who), Text);
    }
}
