using System.Diagnostics;

namespace Workflow.Storage.Databases;

/// <summary>Gathers waiting jobs for one transaction, and waits a moment for those that were just answered.</summary>
/// <param name="waiting">The jobs that wait.</param>
internal sealed class Gathering(WaitingJobs waiting)
{
    // Waiting for company may cost a fifth of what the last transaction cost, since a commit saved is worth more than that.
    private const int PatiencePart = 5;

    private static readonly TimeSpan LongestPatience = TimeSpan.FromMilliseconds(2);

    private volatile int _last;
    private TimeSpan _lastRun;

    /// <summary>Whether the last transaction held one job at most. Any thread may ask.</summary>
    internal bool WasAlone => _last <= 1;

    /// <summary>Takes what waits into a batch, and returns how many that were.</summary>
    internal int Into(Batch batch)
    {
        var taken = waiting.Into(batch, 0);
        return taken == 0 ? 0 : _last = Company(batch, taken);
    }

    /// <summary>Runs a transaction and remembers how long it took.</summary>
    internal void Timed(Action transaction)
    {
        var since = Stopwatch.GetTimestamp();
        transaction();
        _lastRun = Stopwatch.GetElapsedTime(since);
    }

    // Those just answered come back at once: waiting a moment for as many as last time saves most of them a commit of their
    // own. One client alone is never kept waiting.
    private int Company(Batch batch, int taken)
    {
        var (since, patience) = (Stopwatch.GetTimestamp(), Patience());
        while (taken < _last && Stopwatch.GetElapsedTime(since) < patience)
        {
            Thread.Yield();
            taken = waiting.Into(batch, taken);
        }

        return taken;
    }

    private TimeSpan Patience() => _lastRun / PatiencePart is var part && part > LongestPatience ? LongestPatience : part;
}
