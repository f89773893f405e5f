using System.Collections.Concurrent;
using System.Diagnostics;
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

    // Waiting for company may cost a fifth of what the last transaction cost, since a commit saved is worth more than that.
    private const int PatiencePart = 5;

    private static readonly TimeSpan LongestPatience = TimeSpan.FromMilliseconds(2);

    // Producers wake the writer's thread themselves: a channel would send the wake-up round by the thread pool, behind the
    // very clients that it has just answered.
    private readonly ConcurrentQueue<Job> _waiting = new();
    private readonly ManualResetEventSlim _ready = new(false);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Database _database;
    private volatile bool _closed;
    private int _lastBatch;
    private TimeSpan _lastRun;

    internal Writer(Database database)
    {
        _database = database;
        new Thread(Work) { IsBackground = true, Name = "workflow writer" }.Start();
    }

    internal void Add(Job job)
    {
        _waiting.Enqueue(job);
        _ready.Set();
        // One that came after the thread's last look is told here; the queue gives each job out once.
        if (_closed && _ended.Task.IsCompleted) Refuse();
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _ready.Set();
        await _ended.Task.ConfigureAwait(false);
        Refuse();
    }

    private void Work()
    {
        using (var session = new OpenSession(_database))
        {
            var batch = new Batch();
            while (Gather(batch))
            {
                var since = Stopwatch.GetTimestamp();
                session.Run(batch);
                _lastRun = Stopwatch.GetElapsedTime(since);
            }
        }

        _ended.TrySetResult();
    }

    // Those just answered come back at once: waiting a moment for as many as last time saves most of them a commit of their
    // own. One client alone is never kept waiting. False when the writer is closed and everything is done.
    private bool Gather(Batch batch)
    {
        while (batch.Count == 0)
        {
            if (_closed && _waiting.IsEmpty) return false;
            _ready.Wait();
            _ready.Reset();
            Drain(batch);
        }

        var patience = _lastRun / PatiencePart;
        if (patience > LongestPatience) patience = LongestPatience;
        for (var since = Stopwatch.GetTimestamp(); batch.Count < _lastBatch && Stopwatch.GetElapsedTime(since) < patience; Drain(batch)) Thread.Yield();
        _lastBatch = batch.Count;
        return true;
    }

    private void Drain(Batch batch)
    {
        while (batch.Count < LargestBatch && _waiting.TryDequeue(out var job)) batch.Add(job);
        if (!_waiting.IsEmpty || _closed) _ready.Set();
    }

    private void Refuse()
    {
        while (_waiting.TryDequeue(out var job)) job.Fail(new ObjectDisposedException(nameof(Database)));
    }
}
