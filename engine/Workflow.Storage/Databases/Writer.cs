namespace Workflow.Storage.Databases;

/// <summary>
/// The one writer of a process. Jobs that wait are run one after another in one transaction: a job that fails is undone
/// alone, and none is acknowledged before the transaction is committed. A caller who finds nobody else writes its job itself.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // Producers wake the writer's thread themselves: a channel would send the wake-up round by the thread pool, behind the
    // very clients that it has just answered.
    private readonly WaitingJobs _waiting = new();
    private readonly ManualResetEventSlim _ready = new(false);

    // Held by whoever writes: the writer's thread, or the one caller who came when no job was about.
    private readonly Lock _turn = new();
    private readonly Gathering _gathering;
    private readonly Database _database;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteSession? _session;
    private volatile bool _closed;
    private int _jobs;

    internal Writer(Database database)
    {
        (_database, _gathering) = (database, new Gathering(_waiting));
        new Thread(Work) { IsBackground = true, Name = "workflow writer" }.Start();
    }

    /// <summary>Queues a job for the next transaction; what is returned ends with it.</summary>
    internal Task Add(WriterJob job)
    {
        Interlocked.Increment(ref _jobs);
        Queue(job);
        return job.Done;
    }

    /// <summary>
    /// Writes a job on the caller's thread when no other is about and the last transaction had no company either: that
    /// spares waking two threads, which costs as much as the job. Otherwise queues it.
    /// </summary>
    internal Task Submit(WriterJob job)
    {
        if (Interlocked.Increment(ref _jobs) == 1 && _gathering.WasAlone)
        {
            WriteHere(job);
            return job.Done;
        }

        job.Prepare();
        Queue(job);
        return job.Done;
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
        _waiting.Add(job);
        _ready.Set();
        // One that came after the thread's last look is told here; the queue gives each job out once.
        if (_closed && _ended.Task.IsCompleted)
            Refuse();
    }

    // Whoever comes meanwhile is queued, and waits for the writer's thread, which waits for this one transaction.
    private void WriteHere(WriterJob job)
    {
        var batch = new Batch();
        batch.Add(job);
        lock (_turn)
        {
            if (_ended.Task.IsCompleted)
                batch.Fail(Closed());
            else
                Write(batch);
        }

        Interlocked.Decrement(ref _jobs);
    }

    private void Work()
    {
        var batch = new Batch();
        while (Await())
            WriteWaiting(batch);
        lock (_turn)
        {
            CloseSession();
            _ended.TrySetResult();
        }
    }

    // False when the writer is closed and everything queued is done.
    private bool Await()
    {
        if (_closed && _waiting.IsEmpty)
            return false;
        _ready.Wait();
        _ready.Reset();
        return true;
    }

    private void WriteWaiting(Batch batch)
    {
        lock (_turn)
        {
            var taken = _gathering.Into(batch);
            if (taken == 0)
                return;
            if (!_waiting.IsEmpty || _closed)
                _ready.Set();
            _gathering.Timed(() => Write(batch));
            Interlocked.Add(ref _jobs, -taken);
        }
    }

    // The session stays open; after the machine failed under it, the next transaction opens a fresh one.
    private void Write(Batch batch)
    {
        try
        {
            batch.Run(_session ??= new WriteSession(_database.Dialect, _database.Connect()));
        }
        catch (Exception e)
        {
            // The transaction is gone with the connection: nothing of the batch was written.
            CloseSession();
            batch.Fail(e);
        }
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }

    private void Refuse()
    {
        while (_waiting.Next() is { } job)
            job.Fail(Closed());
    }

    private static ObjectDisposedException Closed() => new(nameof(Database));
}
