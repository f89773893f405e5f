namespace Workflow.Storage.Databases;

/// <summary>Something the writer does in a savepoint of its own.</summary>
internal abstract class WriterJob(CancellationToken cancellation)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the transaction is committed; fails when the job, or the commit, did.</summary>
    internal Task Done => _done.Task;

    /// <summary>Whether nobody waits for it any more. Asked once, before it is run.</summary>
    internal bool IsAbandoned => cancellation.IsCancellationRequested;

    /// <summary>Whether a rule asks for it and nobody waits at a screen: it makes room for those who do.</summary>
    internal virtual bool IsByRule => false;

    /// <summary>Does what can be done before the job's turn, on the thread of the caller, who is not alone.</summary>
    internal virtual void Prepare() { }

    /// <summary>Does the work inside the writer's transaction. An exception undoes this job alone.</summary>
    internal abstract void Run(WriteSession session);

    /// <summary>Forgets what was remembered in memory: nothing of it was written.</summary>
    internal virtual void Forget() { }

    internal void Acknowledge() => _done.TrySetResult();

    internal void Fail(Exception reason)
    {
        Forget();
        _done.TrySetException(reason);
    }

    internal void Abandon()
    {
        Forget();
        _done.TrySetCanceled(cancellation);
    }
}

/// <summary>A few statements with a result.</summary>
internal sealed class WorkJob<T>(Func<WriteSession, T> work, CancellationToken cancellation) : WriterJob(cancellation)
{
    private T? _result;

    internal T Result => _result!;

    internal override void Run(WriteSession session) => _result = work(session);
}
