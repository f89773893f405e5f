using System.Text.Json;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>The messages that entries cause. The relay sends each at least once, those of one case in their order.</summary>
/// <param name="database">The database.</param>
public sealed class Outbox(Database database)
{
    /// <summary>Returns messages to send now, in order. A message that failed holds back the later ones of its case until it is tried again.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="limit">The most messages; at least 1.</param>
    public IReadOnlyList<OutboxMessage> Waiting(DateTimeOffset now, int limit)
    {
        using var connection = database.Connect();
        return [.. connection.Query<OutboxLine>(WaitingRows, new { now = now.Text(), limit }).Select(r => r.Shown())];
    }

    /// <summary>Marks messages as sent.</summary>
    public Task Sent(IReadOnlyCollection<OutboxMessage> rows, DateTimeOffset now, CancellationToken cancellation) =>
        Mark(
            MarkSent,
            rows.Select(r => new
            {
                r.Case,
                r.Entry,
                r.Place,
                now = now.Text(),
            }),
            cancellation
        );

    /// <summary>Marks a message as failed.</summary>
    /// <param name="row">The message.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="nextTry">When it, and what waits behind it, is tried again.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public Task Failed(OutboxMessage row, string error, DateTimeOffset nextTry, CancellationToken cancellation) =>
        Mark(
            MarkFailed,
            new
            {
                row.Case,
                row.Entry,
                row.Place,
                error,
                next = nextTry.Text(),
            },
            cancellation
        );

    private Task<int> Mark(string sql, object given, CancellationToken cancellation) =>
        database.Write(session => session.Connection.Execute(sql, given), cancellation);

    private const string WaitingRows = """
        select o.case_no as CaseNo, o.entry_no as EntryNo, o.place as Place, o.kind as Kind, l.body as Body
        from outbox_rows o join entries l on l.case_no = o.case_no and l.entry_no = o.entry_no
        where o.sent_at is null and not exists (
            select 1 from outbox_rows e
            where e.case_no = o.case_no and e.sent_at is null and e.next_try > @now and (e.entry_no, e.place) <= (o.entry_no, o.place))
        order by o.recorded_at, o.case_no, o.entry_no, o.place limit @limit
        """;

    private const string MarkSent =
        "update outbox_rows set sent_at = @now, last_error = null where case_no = @Case and entry_no = @Entry and place = @Place";

    private const string MarkFailed = """
        update outbox_rows set tries = tries + 1, next_try = @next, last_error = @error
        where case_no = @Case and entry_no = @Entry and place = @Place and sent_at is null
        """;

    private sealed record OutboxLine(string CaseNo, long EntryNo, long Place, string Kind, string Body)
    {
        internal OutboxMessage Shown() => new(CaseNo, EntryNo, (int)Place, Kind, Payload());

        // One entry that nobody can read holds up its own case, and no other.
        private string? Payload()
        {
            try
            {
                using var entry = JsonDocument.Parse(Body);
                return entry.RootElement.GetProperty("events")[(int)Place].GetRawText();
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
            {
                return null;
            }
        }
    }
}

/// <summary>A message to send.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Place">The event's place in it, from 0.</param>
/// <param name="Kind">The event's stored name.</param>
/// <param name="Payload">The event's JSON, as the ledger holds it; null when the ledger's entry cannot be read.</param>
public sealed record OutboxMessage(string Case, long Entry, int Place, string Kind, string? Payload);
