using Workflow.Engine.Record.Commands;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Running;

/// <summary>Passes one command through the door and writes what comes of it.</summary>
internal sealed class SubmitJob(Desk desk, Submission submission, CancellationToken cancellation) : CaseJob(desk, cancellation)
{
    private EarlyDecision<Decided>? _early;
    private RunnerAnswer? _answer;

    internal RunnerAnswer Answer => _answer!;

    /// <summary>Statements to run with the command once it is written; for what must be marked done in the same transaction.</summary>
    internal Action<WriteSession>? AlsoWhenWritten { get; init; }

    /// <summary>What another case's entry caused is a rule's doing, and a round of it must not stand before people.</summary>
    internal override bool IsByRule => AlsoWhenWritten is not null;

    // Where series stand of which none is taken is asked of the database alone.
    internal override void Prepare() =>
        _early = submission.Request.Command is AdoptCase ? null : EarlyDecision<Decided>.Of(Desk, FromMemory, Accepted);

    internal override void Run(WriteSession session)
    {
        _answer = Requests.Earlier(submission, session) ?? Write(Early(session) ?? Decide(session), session);
        if (_answer is Written)
            AlsoWhenWritten?.Invoke(session);
    }

    internal override void Forget()
    {
        _early?.End();
        base.Forget();
    }

    private LoadedCase? FromMemory() => submission.Case is { } number ? Desk.Cache.Find(number) : LoadedCase.None;

    private Decided? Accepted(LoadedCase loaded, Outside outside) =>
        Decided.Of(Desk, submission, loaded, outside) is { Answer: Written } decided ? decided : null;

    private Decided? Early(WriteSession session) => _early?.InTurn(Desk, session, decided => decided.RecordedAt);

    private Decided Decide(WriteSession session)
    {
        var loaded = submission.Case is { } number ? Desk.Loader.Load(number, session) : LoadedCase.None;
        return Decided.Of(Desk, submission, loaded, new Outside(Desk.Surroundings, new InTurn(Desk, session)));
    }

    private RunnerAnswer Write(Decided decided, WriteSession session)
    {
        Write(decided.Entries, session);
        if (decided.Answer is not Written written)
            return decided.Answer;
        decided.Sealing!.Keep(written.Case, session);
        Requests.Remember(submission, written, decided.RecordedAt, session);
        return written;
    }
}
