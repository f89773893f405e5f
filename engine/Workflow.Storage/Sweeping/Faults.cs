using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Sweeping;

/// <summary>Remembers the cases that the sweep could not bring through the door.</summary>
internal sealed class Faults(Database database)
{
    private const string Tries = "select tries from sweep_faults where case_no = @p0";

    private const string Put =
        """
        insert into sweep_faults (case_no, tries, next_try, dead, last_error) values (@p0, @p1, @p2, @p3, @p4)
        on conflict (case_no) do update set tries = excluded.tries, next_try = excluded.next_try, dead = excluded.dead, last_error = excluded.last_error
        """;

    internal Task<bool> Record(string number, DateTimeOffset now, string error, CancellationToken cancellation) =>
        database.Write(session => Record(number, now, error, session), cancellation);

    private static bool Record(string number, DateTimeOffset now, string error, WriteSession session)
    {
        var tries = (session.Prepared(Tries, 1).Scalar(number) is long before ? before : 0) + 1;
        var dead = Backoff.IsDead(tries);
        session.Prepared(Put, 5).Run(number, tries, Backoff.Next(now, tries).Text(), dead ? 1L : 0L, error);
        if (dead) AlertList.Raise(AlertKinds.DeadCase, number, number, now, error, session);
        return dead;
    }
}
