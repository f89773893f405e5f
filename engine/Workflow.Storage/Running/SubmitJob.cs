using Workflow.Engine.Cases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Running;

/// <summary>One submission to the runner.</summary>
internal sealed record Submission(string? Case, Request Request, RequestKey? Key, long? IfMatch);

/// <summary>The key under which an actor may repeat a request.</summary>
/// <param name="Key">Chosen by the client; scoped to the actor.</param>
/// <param name="RequestHash">The hash of the request, to which the key is bound.</param>
internal sealed record RequestKey(string Key, string RequestHash);

/// <summary>Passes one command through the door and writes what comes of it.</summary>
internal sealed class SubmitJob(Desk desk, Submission submission, CancellationToken cancellation) : CaseJob(desk, cancellation)
{
    private const string Attached = "select count(*) from attachments where sha256 = @p0";

    private RunnerAnswer? _answer;

    internal RunnerAnswer Answer => _answer!;

    /// <summary>Statements to run with the command once it is written; for what must be marked done in the same transaction.</summary>
    internal Action<WriteSession>? AlsoWhenWritten { get; init; }

    internal override void Run(WriteSession session)
    {
        _answer = Requests.Earlier(submission, session) ?? Pass(session);
        if (_answer is Written) AlsoWhenWritten?.Invoke(session);
    }

    private RunnerAnswer Pass(WriteSession session)
    {
        var loaded = submission.Case is { } number ? Desk.Loader.Load(number, session) : LoadedCase.None;
        if ((StepRevision.Changed(submission, loaded.State) ?? Unstored(session)) is { } refusal) return new NotWritten(refusal);
        var outside = new Outside(Desk.Surroundings, Desk.Processes, session);
        var now = Desk.Surroundings.Time.GetUtcNow().ToUniversalTime();
        var sealing = Sealing.Of(submission.Request, loaded.State, now, outside, Desk.Surroundings.Chance);
        return Write(loaded, Door.Pass(loaded.State, sealing.Request, now, outside), sealing, session);
    }

    private RunnerAnswer Write(LoadedCase loaded, Passage passage, Sealing sealing, WriteSession session)
    {
        var refusal = passage.Refusal ?? StepRevision.Changed(submission, passage.Entry!.Before);
        if (refusal is not null)
        {
            Write(loaded, passage.Settled, session);
            return new NotWritten(refusal);
        }

        var entry = passage.Entry!;
        Write(loaded, [.. passage.Entries], session);
        sealing.Keep(entry.After.Number, session);
        var written = new Written(entry.After.Number, entry.After.Entries, entry.Events, entry.After);
        Requests.Remember(submission, written, entry.Stamp.RecordedAt, session);
        return written;
    }

    private Refusal? Unstored(WriteSession session) =>
        submission.Request.Command is Attach attach && session.Prepared(Attached, 1).Scalar(attach.Sha256) is 0L
            ? new Refusal("file.not_stored", $"Expected a stored file, but none has the hash {attach.Sha256}.", "store the content first, then attach it")
            : null;
}
