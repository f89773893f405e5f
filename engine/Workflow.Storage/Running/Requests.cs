using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Running;

/// <summary>
/// What was accepted under which key. The answer itself is not kept: entry and state are in the ledger, and folding up to
/// that entry gives the same answer again. A refused request leaves nothing and is decided afresh.
/// </summary>
internal static class Requests
{
    // The contract: accepted commands are remembered at least 30 days.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    private const string Find = "select request_hash, case_no, entry_no from requests where actor = @p0 and key = @p1";

    private const string Insert =
        "insert into requests (actor, key, request_hash, case_no, entry_no, kept_until) values (@p0, @p1, @p2, @p3, @p4, @p5)";

    private const string Prune = "delete from requests where kept_until < @p0";

    /// <summary>Returns the first answer to a key used before, or the refusal of another request under it; null for a new key.</summary>
    internal static RunnerAnswer? Earlier(Submission submission, WriteSession session)
    {
        if (submission.Key is not { } key)
            return null;
        if (Row(submission.Request.Actor, key.Key, session) is not var (hash, number, entryNumber))
            return null;
        if (hash != key.RequestHash)
            return new NotWritten(StorageRefusals.KeyReused(key.Key));
        var (entry, state) = CaseLoader.At(number, entryNumber, session.Statements);
        return new Written(number, entryNumber, entry.Events, state, IsRepeated: true);
    }

    internal static void Remember(Submission submission, Written written, DateTimeOffset at, WriteSession session)
    {
        if (submission.Key is not { } key)
            return;
        session
            .Prepared(Insert, 6)
            .Run(submission.Request.Actor.ToString(), key.Key, key.RequestHash, written.Case, written.Entry, (at + Kept).Text());
    }

    /// <summary>Forgets what need not be remembered any more and returns how many.</summary>
    internal static int Forget(DateTimeOffset now, WriteSession session) => session.Prepared(Prune, 1).Run(now.Text());

    private static (string Hash, string Case, long Entry)? Row(string actor, string key, WriteSession session)
    {
        using var rows = session.Prepared(Find, 2).Read(actor, key);
        return rows.Read() ? (rows.GetString(0), rows.GetString(1), rows.GetInt64(2)) : null;
    }
}
