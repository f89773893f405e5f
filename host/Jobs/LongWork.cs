using Workflow.Host.Answers;

namespace Workflow.Host.Jobs;

/// <summary>Bounds how much long work of auditors runs at once, so that the offices are served meanwhile.</summary>
public sealed class LongWork
{
    /// <summary>The most at once.</summary>
    public const int Most = 4;

    private int _running;

    /// <summary>Takes a place; it is given back when what is returned is disposed.</summary>
    /// <exception cref="RequestRefusedException">None is free.</exception>
    public IDisposable Begin()
    {
        if (Interlocked.Increment(ref _running) <= Most)
            return new QueuePlace(this);
        Interlocked.Decrement(ref _running);
        throw JobRefusals.Busy(Most);
    }

    private sealed class QueuePlace(LongWork work) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref work._running);
    }
}
