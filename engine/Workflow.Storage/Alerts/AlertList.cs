using Dapper;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>What a person must look at.</summary>
/// <param name="database">The database.</param>
public sealed class AlertList(Database database)
{
    private const string Insert = """
        insert into alerts (id, kind, case_no, raised_at, message, clock, due_on, recorded_on)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        on conflict (id) do update set raised_at = excluded.raised_at, message = excluded.message, due_on = excluded.due_on,
            recorded_on = excluded.recorded_on, done_at = null
        """;

    /// <summary>Returns the alerts nobody has dealt with, the oldest first, each with how it was closed before it was raised anew.</summary>
    public IReadOnlyList<Alert> Open()
    {
        using var connection = database.Connect();
        var before = connection.Query<StoredClosing>(ClosedBefore).ToLookup(c => c.Alert, c => c.Shown());
        return [.. connection.Query<StoredAlert>(OpenOnes).Select(r => r.Shown() with { ClosedBefore = [.. before[r.Id]] })];
    }

    /// <summary>Closes an alert; a dead case or command is then tried again.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="by">The person who dealt with it; null where nobody is named.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public Task Close(Alert alert, string? by, DateTimeOffset now, CancellationToken cancellation) =>
        Close(alert, new AlertClosing(by, now, null), cancellation);

    /// <inheritdoc cref="Close(Alert, string?, DateTimeOffset, CancellationToken)"/>
    /// <param name="alert">The alert.</param>
    /// <param name="closing">Who closes it, when and why.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public Task Close(Alert alert, AlertClosing closing, CancellationToken cancellation) =>
        database.Write(session => Close(alert, closing, session), cancellation);

    /// <summary>Raises an alert, or raises it anew.</summary>
    /// <param name="kind">One of <see cref="AlertKinds"/>.</param>
    /// <param name="entry">The entry that gave rise to it.</param>
    /// <param name="what">What of the case it is about; with the kind it makes the alert's name.</param>
    /// <param name="message">What a person is told.</param>
    /// <param name="session">The writer's session.</param>
    internal static void Raise(string kind, NewEntry entry, string what, Message message, WriteSession session)
    {
        var number = entry.After.Number;
        Raise(new Alert($"{kind} {number} {what}", kind, number, entry.Stamp.RecordedAt, message), session);
    }

    internal static void Raise(Alert a, WriteSession session) =>
        session
            .Prepared(Insert, 8)
            .Run(a.Id, a.Kind, a.Case, a.RaisedAt.Text(), MessageJson.Write(a.Message), a.Clock, a.DueOn.Text(), a.RecordedOn.Text());

    private static int Close(Alert alert, AlertClosing closing, WriteSession session)
    {
        if (alert.Kind is AlertKinds.DeadCase or AlertKinds.DeadCommand)
            Revive(alert, session);
        var closed = session.Prepared(MarkDone, 2).Run(closing.At.Text(), alert.Id);
        return closed == 0 ? 0 : Keep(alert, closing, session);
    }

    private static int Keep(Alert alert, AlertClosing closing, WriteSession session) =>
        session.Prepared(InsertClosing, 5).Run(alert.Id, closing.At.Text(), closing.By, closing.Reasons, MessageJson.Write(alert.Message));

    private static void Revive(Alert alert, WriteSession session)
    {
        session.Connection.Execute("delete from sweep_faults where case_no = @Case", new { alert.Case });
        session.Connection.Execute("update pending_rows set dead = 0, tries = 0 where case_no = @Case and dead = 1", new { alert.Case });
    }

    private const string MarkDone = "update alerts set done_at = @p0 where id = @p1 and done_at is null";

    private const string InsertClosing =
        "insert into alert_closings (alert, done_at, done_by, reasons, message) values (@p0, @p1, @p2, @p3, @p4)";

    private const string ClosedBefore = """
        select c.alert as Alert, c.done_at as DoneAt, c.done_by as DoneBy, c.reasons as Reasons, c.message as Message
        from alert_closings c join alerts a on a.id = c.alert where a.done_at is null order by c.done_at
        """;

    private const string OpenOnes = """
        select id as Id, kind as Kind, case_no as CaseNo, raised_at as RaisedAt, message as Message,
            clock as Clock, due_on as DueOn, recorded_on as RecordedOn
        from alerts where done_at is null order by raised_at, id
        """;

    private sealed record StoredClosing(string Alert, string DoneAt, string? DoneBy, string? Reasons, string Message)
    {
        internal ClosedAlert Shown() => new(new AlertClosing(DoneBy, SqlText.Instant(DoneAt), Reasons), MessageJson.Read(Message));
    }

    private sealed record StoredAlert(
        string Id,
        string Kind,
        string? CaseNo,
        string RaisedAt,
        string Message,
        string? Clock,
        string? DueOn,
        string? RecordedOn
    )
    {
        internal Alert Shown() =>
            new(Id, Kind, CaseNo, SqlText.Instant(RaisedAt), MessageJson.Read(Message))
            {
                Clock = Clock,
                DueOn = SqlText.MaybeDay(DueOn),
                RecordedOn = SqlText.MaybeDay(RecordedOn),
            };
    }
}
