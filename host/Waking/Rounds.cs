using Hangfire.Server;

namespace Workflow.Host.Waking;

/// <summary>How a process of Hangfire's server goes round here.</summary>
internal static class Rounds
{
    /// <summary>
    /// Runs one round and waits for the next. Left to Hangfire, the pause after a failure grows to minutes; here it is the one
    /// that is named.
    /// </summary>
    /// <param name="context">The server's; waiting ends when it stops.</param>
    /// <param name="log">Where a failure is told.</param>
    /// <param name="afterFailure">How long to wait after a round that failed.</param>
    /// <param name="round">Does the round and returns how long to wait for the next.</param>
    internal static void Run(BackgroundProcessContext context, ILogger log, TimeSpan afterFailure, Func<TimeSpan> round)
    {
        var pause = afterFailure;
        try
        {
            pause = round();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A round failed; the next begins in {Pause}.", afterFailure);
        }

        if (pause > TimeSpan.Zero)
            context.Wait(pause);
    }
}
