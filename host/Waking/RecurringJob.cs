using System.Collections.Concurrent;
using Hangfire;

namespace Workflow.Host.Waking;

/// <summary>Runs one recurring work when Hangfire wakes it. A wake-up that finds the last round still running does nothing.</summary>
public sealed class RecurringJob(IReadOnlyList<RecurringWork> works, RoundsRunning running, ILogger<RecurringJob> log)
{
    /// <summary>Runs a work.</summary>
    /// <param name="chinese">What the dashboard calls it.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="name">Which work.</param>
    /// <param name="cancellation">Given by Hangfire: the server stops.</param>
    [SpokenTitle]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    [KeptFor(minutes: 5)]
    public async Task Run(string chinese, string english, string name, CancellationToken cancellation)
    {
        if (!running.Begin(name))
            return;
        try
        {
            await works.Single(w => w.Name == name).Run(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The recurring work {Work} failed; it runs again at its time.", name);
            throw;
        }
        finally
        {
            running.End(name);
        }
    }
}

/// <summary>Which works are running in this process. A lock in the scheduler's store would outlive a killed host and stop every other.</summary>
public sealed class RoundsRunning
{
    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    internal bool Begin(string name) => _running.TryAdd(name, true);

    internal void End(string name) => _running.TryRemove(name, out _);
}
