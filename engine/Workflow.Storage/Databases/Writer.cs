using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workflow.Storage.Databases;

/// <summary>
/// The one writer of a process. Jobs that wait are run one after another in one transaction: a job that fails is undone
/// alone, and none is acknowledged before the transaction is committed. A caller who finds nobody else writes its job itself.
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
    private readonly ConcurrentQueue<WriterJob> _waiting = new();
    private readonly ManualResetEventSlim _ready = new(false);

    // Held by whoever writes: the writer's thread, or the one caller who came when no job was about.
    private readonly Lock _turn = new();
    private readonly OpenSession _session;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closed;
    private volatile int _lastBatch;
    private int _jobs;
    private TimeSpan _lastRun;

    internal Writer(Database database)
    {
        _session = new OpenSession(database);
        new Thread(Work) { IsBackground = true, Name = "workflow writer" }.Start();
    }

    /// <summary>Queues a job for the next transaction.</summary>
    internal void Add(WriterJob job)
    {
        Interlocked.Increment(ref _jobs);
        Queue(job);
    }

    /// <summary>
    /// Writes a job on the caller's thread when no other is about and the last transaction had no company either: that
    /// spares waking two threads, which costs as much as the job. Otherwise queues it.
    /// </summary>
    internal void Submit(WriterJob job)
    {
        if (Interlocked.Increment(ref _jobs) == 1 && _lastBatch <= 1)
        {
            WriteHere(job);
            return;
        }

        job.Prepare();
        Queue(job);
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _ready.Set();
        await _ended.Task.ConfigureAwait(false);
        Refuse();
    }

    private void Queue(WriterJob job)
    {
        _waiting.Enqueue(job);
        _ready.Set();
        // One that came after the thread's last look is told here; the queue gives each job out once.
        if (_closed && _ended.Task.IsCompleted) Refuse();
    }

    // Whoever comes meanwhile is queued, and waits for the writer's thread, which waits for this one transaction.
    private void WriteHere(WriterJob job)
    {
        var batch = new Batch();
        batch.Add(job);
        lock (_turn)
        {
            if (_ended.Task.IsCompleted) batch.Fail(Closed());
            else _session.Run(batch);
        }

        Interlocked.Decrement(ref _jobs);
    }

    private void Work()
    {
        var batch = new Batch();
        while (Await()) WriteWaiting(batch);
        lock (_turn)
        {
            _session.Dispose();
            _ended.TrySetResult();
        }
    }

    // False when the writer is closed and everything queued is done.
    private bool Await()
    {
        if (_closed && _waiting.IsEmpty) return false;
        _ready.Wait();
        _ready.Reset();
        return true;
    }

    private void WriteWaiting(Batch batch)
    {
        lock (_turn)
        {
            var taken = Gather(batch);
            if (taken == 0) return;
            var since = Stopwatch.GetTimestamp();
            _session.Run(batch);
            _lastRun = Stopwatch.GetElapsedTime(since);
            Interlocked.Add(ref _jobs, -taken);
        }
    }

    // Those just answered come back at once: waiting a moment for as many as last time saves most of them a commit of their
    // own. One client alone is never kept waiting.
    private int Gather(Batch batch)
    {
        var taken = Drain(batch, 0);
        if (taken == 0) return 0;
        var patience = _lastRun / PatiencePart;
        if (patience > LongestPatience) patience = LongestPatience;
        for (var since = Stopwatch.GetTimestamp(); taken < _lastBatch && Stopwatch.GetElapsedTime(since) < patience; taken = Drain(batch, taken)) Thread.Yield();
        if (!_waiting.IsEmpty || _closed) _ready.Set();
        return _lastBatch = taken;
    }

    private int Drain(Batch batch, int taken)
    {
        for (; taken < LargestBatch && _waiting.TryDequeue(out var job); taken++) batch.Add(job);
        return taken;
    }

    private void Refuse()
    {
        while (_waiting.TryDequeue(out var job)) job.Fail(Closed());
    }

    private static ObjectDisposedException Closed() => new(nameof(Database));
}
