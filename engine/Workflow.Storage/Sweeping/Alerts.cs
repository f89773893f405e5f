using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Running;

namespace Workflow.Storage.Sweeping;

/// <summary>What a person must look at.</summary>
/// <param name="database">The database.</param>
public sealed class Alerts(Database database)
{
    private const string Insert =
        "insert into alerts (id, kind, case_no, raised_at, words) values (@p0, @p1, @p2, @p3, @p4) on conflict (id) do update set raised_at = excluded.raised_at, words = excluded.words, done_at = null";

    /// <summary>Returns the alerts nobody has dealt with, the oldest first.</summary>
    public IReadOnlyList<Alert> Open()
    {
        using var connection = database.Connect();
        return [.. connection.Query<Row>(OpenOnes).Select(r => new Alert(r.Id, r.Kind, r.CaseNo, Spelling.Instant(r.RaisedAt), r.Words))];
    }

    /// <summary>Closes an alert; a dead case or command is then tried again.</summary>
    public Task Close(Alert alert, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(session => Close(alert, now, session), cancellation);

    internal static void Raise(string kind, string what, string? number, DateTimeOffset now, string words, WriteSession session) =>
        session.Prepared(Insert, 5).Run($"{kind} {what}", kind, number, now.Text(), words);

    private static int Close(Alert alert, DateTimeOffset now, WriteSession session)
    {
        session.Connection.Execute("delete from sweep_faults where case_no = @Case", alert);
        session.Connection.Execute("update pending_rows set dead = 0, tries = 0 where case_no = @Case and dead = 1", alert);
        return session.Connection.Execute("update alerts set done_at = @now where id = @id", new { now = now.Text(), id = alert.Id });
    }

    private const string OpenOnes =
        "select id, kind, case_no as CaseNo, raised_at as RaisedAt, words from alerts where done_at is null order by raised_at, id";

    private sealed record Row(string Id, string Kind, string? CaseNo, string RaisedAt, string Words);
}

/// <summary>Something a person must look at.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Stable code: <c>sweep.dead</c>, <c>pending.dead</c>.</param>
/// <param name="Case">The case; null for none.</param>
/// <param name="RaisedAt">When it was last raised.</param>
/// <param name="Words">What went wrong.</param>
public sealed record Alert(string Id, string Kind, string? Case, DateTimeOffset RaisedAt, string Words);
