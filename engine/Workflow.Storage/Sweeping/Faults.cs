using Workflow.Engine.Messages;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Sweeping;

/// <summary>Remembers the cases that the sweep could not bring through the door.</summary>
internal sealed class Faults(Database database)
{
    private const string Tries = "select tries from sweep_faults where case_no = @p0";

    private const string Put = """
        insert into sweep_faults (case_no, tries, next_try, dead, error) values (@p0, @p1, @p2, @p3, @p4)
        on conflict (case_no) do update set
            tries = excluded.tries, next_try = excluded.next_try, dead = excluded.dead, error = excluded.error
        """;

    internal Task<bool> Record(string number, DateTimeOffset now, Exception error, CancellationToken cancellation) =>
        database.Write(session => Record(number, now, Told(error), session), cancellation);

    /// <summary>Returns what a person is told of an exception; of one that nobody foresaw, the program's own words.</summary>
    internal static Message Told(Exception error) => error is MessageException told ? told.Reason : AlertMessages.Broke(error.Message);

    private static bool Record(string number, DateTimeOffset now, Message error, WriteSession session)
    {
        var tries = (session.Prepared(Tries, 1).Scalar(number) is long before ? before : 0) + 1;
        var dead = Backoff.IsDead(tries);
        session.Prepared(Put, 5).Run(number, tries, Backoff.Next(now, tries).Text(), dead ? 1L : 0L, MessageJson.Write(error));
        if (dead)
            AlertList.Raise(new Alert($"{AlertKinds.DeadCase} {number}", AlertKinds.DeadCase, number, now, error), session);
        return dead;
    }
}
