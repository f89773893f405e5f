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
            recorded_on = excluded.recorded_on, done_at = null, done_by = null, done_reasons = null
        """;

    /// <summary>Returns the alerts nobody has dealt with, the oldest first.</summary>
    public IReadOnlyList<Alert> Open()
    {
        using var connection = database.Connect();
        return [.. connection.Query<StoredAlert>(OpenOnes).Select(r => r.Shown())];
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
        return session.Connection.Execute(
            MarkDone,
            new
            {
                now = closing.At.Text(),
                by = closing.By,
                reasons = closing.Reasons,
                id = alert.Id,
            }
        );
    }

    private static void Revive(Alert alert, WriteSession session)
    {
        session.Connection.Execute("delete from sweep_faults where case_no = @Case", new { alert.Case });
        session.Connection.Execute("update pending_rows set dead = 0, tries = 0 where case_no = @Case and dead = 1", new { alert.Case });
    }

    private const string MarkDone = "update alerts set done_at = @now, done_by = @by, done_reasons = @reasons where id = @id";

    private const string OpenOnes = """
        select id as Id, kind as Kind, case_no as CaseNo, raised_at as RaisedAt, message as Message,
            clock as Clock, due_on as DueOn, recorded_on as RecordedOn
        from alerts where done_at is null order by raised_at, id
        """;

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
