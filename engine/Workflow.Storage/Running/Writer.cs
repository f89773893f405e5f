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

    private readonly Channel<Job> _waiting = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread _thread;
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
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var job)) batch.Add(job);
            session.Run(batch);
        }

        session.Dispose();
        _ended.TrySetResult();
    }

    private bool Wait()
    {
        var ready = _waiting.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }
}
