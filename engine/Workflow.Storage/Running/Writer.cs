using System.Diagnostics;
using System.Threading.Channels;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Running;

/// <summary>
/// The one writer of a process. Jobs that wait are run one after another in one transaction, each in a savepoint: a job
/// that fails is undone alone, and none is acknowledged before the transaction is committed.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // More jobs than this do not make a commit cheaper per job, but make the first of them wait longer.
    private const int LargestBatch = 256;

    // A tenth of what a commit takes on a fast disk.
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(200);

    private readonly Channel<Job> _waiting = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread _thread;
    private int _lastBatch;
    private readonly Database _database;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Writer(Database database)
    {
        _database = database;
        _thread = new Thread(Work) { IsBackground = true, Name = "workflow writer" };
        _thread.Start();
    }

    internal void Add(Job job)
    {
        if (!_waiting.Writer.TryWrite(job)) job.Fail(new ObjectDisposedException(nameof(Database)));
    }

    public ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        return new ValueTask(_ended.Task);
    }

    private void Work()
    {
        var session = new OpenSession(_database);
        var batch = new Batch();
        while (Wait())
        {
            Gather(batch);
            session.Run(batch);
        }

        session.Dispose();
        _ended.TrySetResult();
    }

    // Those just answered come back at once: waiting a moment for as many as last time saves most of them a commit of their
    // own. One client alone is never kept waiting.
    private void Gather(Batch batch)
    {
        Drain(batch);
        for (var since = Stopwatch.GetTimestamp(); batch.Count < _lastBatch && Stopwatch.GetElapsedTime(since) < Patience; Drain(batch)) Thread.Yield();
        _lastBatch = batch.Count;
    }

    private void Drain(Batch batch)
    {
        while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var job)) batch.Add(job);
    }

    private bool Wait()
    {
        var ready = _waiting.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }
}
