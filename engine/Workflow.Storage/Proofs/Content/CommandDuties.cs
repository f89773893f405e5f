using System.Data;
using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>
/// Commands that entries cause in other cases. What of their rows follows from the ledger is compared elsewhere; here, that what is said
/// to be done was done, and that nothing keeps one from being done.
/// </summary>
internal static class CommandDuties
{
    internal static IEnumerable<LeftUndone> Undone(DbConnection connection, DateTimeOffset last) =>
        connection.Read(Rows, CommandRow.Of).ToList().Select(row => Of(row, connection, last)).OfType<LeftUndone>();

    private static LeftUndone? Of(CommandRow row, DbConnection connection, DateTimeOffset last) =>
        row switch
        {
            { Done: { } done } => NotDone(row, done, connection) is { } finding ? row.Fault(finding) : null,
            { IsDead: true, IsTold: true } => row.Told(DutyFindings.CommandFailed(row.Place, row.Tries)),
            { IsDead: true } => row.Fault(DutyFindings.CommandGivenUp(row.Place, row.Tries)),
            _ when SqlText.Instant(row.Next) > last + LeftUndone.LongestPause => row.Fault(DutyFindings.CommandHeld(row.Place, row.Next)),
            { HasFailed: false } when SqlText.Instant(row.Next) < last - LeftUndone.Patience => row.Fault(
                DutyFindings.CommandNotRun(row.Place, row.Next, last)
            ),
            _ => null,
        };

    // What came of it stands in the other case; where that had ended before it was to be ended, nothing did.
    private static Message? NotDone(CommandRow row, string done, DbConnection connection)
    {
        if (SealedSince.IsBefore(SqlText.Instant(done), Recorded(row, connection)))
            return DutyFindings.CommandEarly(row.Place, done);
        var command = LedgerJson.ReadCommand(row.Command);
        if (command is Lodge { Parent: { } waiting })
            return IsNamed(waiting, connection) ? null : DutyFindings.OpenedNothing(row.Place, done);
        var isMoot = command is Terminate && HasEnded(row.Target!, connection);
        return isMoot || Holds(row, connection) ? null : DutyFindings.CommandWithoutEntry(row.Place, done, row.Target ?? "");
    }

    private static DateTimeOffset Recorded(CommandRow row, DbConnection connection) =>
        connection
            .Read(
                "select body from entries where case_no = @Case and entry_no = @Entry",
                r => EntryMarks.Read(r.GetString(0))?.RecordedAt,
                new { row.Case, row.Entry }
            )
            .FirstOrDefault()
        ?? DateTimeOffset.MinValue;

    // A case that was opened names itself to the one that waits for it.
    private static bool IsNamed(ParentLink waiting, DbConnection connection) =>
        connection
            .Read("select command from pending_rows where target = @Case", r => r.GetString(0), new { waiting.Case })
            .Select(LedgerJson.ReadCommand)
            .OfType<NameCalled>()
            .Any(named => named.Step == waiting.Step && named.Run == (waiting.Run ?? 1));

    private static bool HasEnded(string number, DbConnection connection) =>
        connection.Read("select 1 from heads where case_no = @number and stage <> 'Open'", r => r.GetInt64(0), new { number }).Any();

    private static bool Holds(CommandRow row, DbConnection connection) =>
        connection
            .Read(
                "select 1 from entries where case_no = @Target and instr(body, @Command) > 0 limit 1",
                r => r.GetInt64(0),
                new { row.Target, row.Command }
            )
            .Any();

    private const string Rows = """
        select case_no, entry_no, place, target, command, next_try, done_at, tries, dead, error is not null,
            exists (select 1 from alerts a
                where a.id = 'pending.dead ' || p.case_no || '/' || p.entry_no || '/' || p.place and a.done_at is null)
        from pending_rows p order by case_no, entry_no, place
        """;

    private sealed record CommandRow(string Case, long Entry, long Place, string? Target, string Command)
    {
        internal required string Next { get; init; }

        internal required string? Done { get; init; }

        internal required long Tries { get; init; }

        internal required bool IsDead { get; init; }

        internal required bool HasFailed { get; init; }

        internal required bool IsTold { get; init; }

        internal static CommandRow Of(IDataReader row) =>
            new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.TextOrNull(3), row.GetString(4))
            {
                Next = row.GetString(5),
                Done = row.TextOrNull(6),
                Tries = row.GetInt64(7),
                IsDead = row.GetInt64(8) != 0,
                HasFailed = row.GetInt64(9) != 0,
                IsTold = row.GetInt64(10) != 0,
            };

        internal LeftUndone Fault(Message finding) => LeftUndone.Fault(Case, Entry, finding);

        internal LeftUndone Told(Message finding) => LeftUndone.Told(Case, Entry, finding);
    }
}
