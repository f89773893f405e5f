using Dapper;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Running;

namespace Workflow.Storage.Sweeping;

/// <summary>Runs the commands that entries of other cases cause, in the order of their causes, each once.</summary>
internal sealed class PendingCommands(CaseRunner runner)
{
    private const string Done =
        "update pending_rows set done_at = @p3, error = null where case_no = @p0 and entry_no = @p1 and place = @p2";

    private const string Failed = """
        update pending_rows set tries = @p3, next_try = @p4, dead = @p5, error = @p6
        where case_no = @p0 and entry_no = @p1 and place = @p2
        """;

    internal async Task<(int Ran, int Refused)> Run(DateTimeOffset now, int batch, CancellationToken cancellation)
    {
        var waiting = Waiting(now, batch);
        var outcomes = await Task.WhenAll(waiting.Select(row => Run(row, now, cancellation))).ConfigureAwait(false);
        return (outcomes.Count(ran => ran), outcomes.Count(ran => !ran));
    }

    private List<PendingColumns> Waiting(DateTimeOffset now, int batch)
    {
        using var connection = runner.Database.Connect();
        return [.. connection.Query<PendingColumns>(WaitingRows, new { now = now.Text(), batch })];
    }

    private async Task<bool> Run(PendingColumns row, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await Try(row, now, cancellation).ConfigureAwait(false) is not { } error)
            return true;
        await runner.Database.Write(session => Fail(row, now, error, session), cancellation).ConfigureAwait(false);
        return false;
    }

    private async Task<Message?> Try(PendingColumns row, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var command = LedgerJson.ReadCommand(row.Command);
            if (await Refused(row, command, now, cancellation).ConfigureAwait(false) is not { } refusal)
                return null;
            if (!WholeCaseRefusals.IsMoot(command, refusal))
                return refusal.Message;
            await runner.Database.Write(session => Finish(row, now, session), cancellation).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException && !runner.Database.IsOfMachine(e))
        {
            return Faults.Told(e);
        }
    }

    // The cause is the key: a command that was written and not marked done, however that came, is not run again.
    private async Task<Refusal?> Refused(PendingColumns row, CaseCommand command, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = new RequestKey(row.Cause, LedgerJson.Hash(row.Command));
        var submission = new Submission(row.Target, new Request(row.Actor, command), key);
        var answer = await runner.Submit(submission, session => Finish(row, now, session), cancellation).ConfigureAwait(false);
        return (answer as NotWritten)?.Refusal;
    }

    private static int Finish(PendingColumns row, DateTimeOffset now, WriteSession session) =>
        session.Prepared(Done, 4).Run(row.CaseNo, row.EntryNo, row.Place, now.Text());

    private static int Fail(PendingColumns row, DateTimeOffset now, Message error, WriteSession session)
    {
        var (tries, dead) = (row.Tries + 1, Backoff.IsDead(row.Tries + 1));
        if (dead)
            AlertList.Raise(new Alert($"{AlertKinds.DeadCommand} {row.Cause}", AlertKinds.DeadCommand, row.CaseNo, now, error), session);
        return session
            .Prepared(Failed, 7)
            .Run(row.CaseNo, row.EntryNo, row.Place, tries, Backoff.Next(now, tries).Text(), dead ? 1L : 0L, MessageJson.Write(error));
    }

    private const string WaitingRows = """
        select case_no as CaseNo, entry_no as EntryNo, place as Place, target as Target, actor as Actor, command as Command, tries as Tries
        from pending_rows where done_at is null and dead = 0 and next_try <= @now
        order by next_try, case_no, entry_no, place limit @batch
        """;

    private sealed record PendingColumns(string CaseNo, long EntryNo, long Place, string? Target, string Actor, string Command, long Tries)
    {
        /// <summary>The event that caused it, as one text.</summary>
        internal string Cause => $"{CaseNo}/{EntryNo}/{Place}";
    }
}
