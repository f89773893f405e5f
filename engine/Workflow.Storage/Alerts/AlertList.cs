using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>What a person must look at.</summary>
/// <param name="database">The database.</param>
public sealed class AlertList(Database database)
{
    private const string Insert =
        """
        insert into alerts (id, kind, case_no, raised_at, words, clock, due_on, recorded_on) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        on conflict (id) do update set raised_at = excluded.raised_at, words = excluded.words, due_on = excluded.due_on,
            recorded_on = excluded.recorded_on, done_at = null, done_by = null
        """;

    /// <summary>Returns the alerts nobody has dealt with, the oldest first.</summary>
    public IReadOnlyList<Alert> Open()
    {
        using var connection = database.Connect();
        return [.. connection.Query<Row>(OpenOnes).Select(r => r.Shown())];
    }

    /// <summary>Closes an alert; a dead case or command is then tried again.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="by">The person who dealt with it; null where nobody is named.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public Task Close(Alert alert, string? by, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(session => Close(alert, by, now, session), cancellation);

    internal static void Raise(string kind, string what, string? number, DateTimeOffset now, string words, WriteSession session) =>
        Raise(new Alert($"{kind} {what}", kind, number, now, words), session);

    internal static void Raise(Alert alert, WriteSession session) =>
        session.Prepared(Insert, 8).Run(alert.Id, alert.Kind, alert.Case, alert.RaisedAt.Text(), alert.Words, alert.Clock, alert.DueOn.Text(), alert.RecordedOn.Text());

    private static int Close(Alert alert, string? by, DateTimeOffset now, WriteSession session)
    {
        if (alert.Kind is AlertKinds.DeadCase or AlertKinds.DeadCommand) Revive(alert, session);
        return session.Connection.Execute("update alerts set done_at = @now, done_by = @by where id = @id", new { now = now.Text(), by, id = alert.Id });
    }

    private static void Revive(Alert alert, WriteSession session)
    {
        session.Connection.Execute("delete from sweep_faults where case_no = @Case", new { alert.Case });
        session.Connection.Execute("update pending_rows set dead = 0, tries = 0 where case_no = @Case and dead = 1", new { alert.Case });
    }

    private const string OpenOnes =
        """
        select id as Id, kind as Kind, case_no as CaseNo, raised_at as RaisedAt, words as Words, clock as Clock, due_on as DueOn, recorded_on as RecordedOn
        from alerts where done_at is null order by raised_at, id
        """;

    private sealed record Row(string Id, string Kind, string? CaseNo, string RaisedAt, string Words, string? Clock, string? DueOn, string? RecordedOn)
    {
        internal Alert Shown() => new(Id, Kind, CaseNo, SqlText.Instant(RaisedAt), Words) { Clock = Clock, DueOn = SqlText.MaybeDay(DueOn), RecordedOn = SqlText.MaybeDay(RecordedOn) };
    }
}

/// <summary>Something a person must look at.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Stable code: <c>sweep.dead</c>, <c>pending.dead</c>, <c>sweep.caught-up</c>, <c>step.unattended</c>, <c>adopt.silence</c>, <c>call.end_unmapped</c>, <c>call.dropped</c>.</param>
/// <param name="Case">The case; null for none.</param>
/// <param name="RaisedAt">When it was last raised.</param>
/// <param name="Words">What went wrong.</param>
public sealed record Alert(string Id, string Kind, string? Case, DateTimeOffset RaisedAt, string Words)
{
    /// <summary>The clock that a rule ended late; null for other kinds.</summary>
    public string? Clock { get; init; }

    /// <summary>The legal day on which that took effect; null for other kinds.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day on which it was recorded; null for other kinds.</summary>
    public DateOnly? RecordedOn { get; init; }
}
