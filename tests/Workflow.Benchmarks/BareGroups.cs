using System.Collections.Concurrent;
using System.Diagnostics;
using Workflow.Storage.Databases;

namespace Workflow.Benchmarks;

/// <summary>
/// Group commit without an engine, by the same mechanics: clients queue their rows, one thread writes what waits in one
/// transaction, lets those just answered come back, and answers nobody before the commit.
/// </summary>
internal sealed class BareGroups : IDisposable
{
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private readonly ManualResetEventSlim _ready = new(false);
    private readonly BareWriter _writer;
    private readonly Thread _thread;
    private volatile bool _closed;

    internal BareGroups(Database database)
    {
        _writer = new BareWriter(database);
        _thread = new Thread(Work) { IsBackground = true };
        _thread.Start();
    }

    internal Task Write(IReadOnlyList<BareRow> rows)
    {
        var waiting = new Waiting(rows);
        _waiting.Enqueue(waiting);
        _ready.Set();
        return waiting.Done.Task;
    }

    public void Dispose()
    {
        _closed = true;
        _ready.Set();
        _thread.Join();
        _writer.Dispose();
    }

    private void Work()
    {
        var (batch, last, took) = (new List<Waiting>(), 0, TimeSpan.Zero);
        while (true)
        {
            _ready.Wait();
            if (_closed)
                return;
            _ready.Reset();
            var since = Stopwatch.GetTimestamp();
            do
            {
                while (_waiting.TryDequeue(out var one))
                    batch.Add(one);
                if (batch.Count < last)
                    Thread.Yield();
            } while (batch.Count < last && Stopwatch.GetElapsedTime(since) < took / 5);
            if (batch.Count == 0)
                continue;
            last = batch.Count;
            since = Stopwatch.GetTimestamp();
            _writer.Write(batch.Select(w => w.Rows));
            took = Stopwatch.GetElapsedTime(since);
            foreach (var one in batch)
                one.Done.SetResult();
            batch.Clear();
        }
    }

    private sealed record Waiting(IReadOnlyList<BareRow> Rows)
    {
        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
