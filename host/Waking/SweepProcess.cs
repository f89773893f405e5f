using Hangfire.Server;
using Workflow.Host.Opening;
using Workflow.Host.Telemetry;
using Workflow.Host.Wording;
using Workflow.Storage.Sweeping;

namespace Workflow.Host.Waking;

/// <summary>
/// The guarantee that what is due is done: as a process of Hangfire's server it drains everything due, batch after batch, then
/// sleeps until the next clock ends, and a second at most. Jobs that are lost, late or run twice change nothing about it.
/// </summary>
public sealed class SweepProcess(Workplace place, Measures measures, ILogger<SweepProcess> log) : IBackgroundProcess
{
    // So many at once keep the writer's transactions full while the next batch is looked up.
    private const int Batch = 500;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    /// <summary>One round; Hangfire calls it again as long as the server runs.</summary>
    public void Execute(BackgroundProcessContext context) =>
        Rounds.Run(context, log, LongestSleep, () => Found(Round(context.StoppingToken)) ? TimeSpan.Zero : UntilNext());

    public override string ToString() => Words.Both("waking.sweep");

    private SweepReport Round(CancellationToken cancellation)
    {
        var report = place.Sweep.Run(place.Time.GetUtcNow(), Batch, cancellation).GetAwaiter().GetResult();
        measures.Count(report);
        return report;
    }

    private static bool Found(SweepReport report) => report.Entries + report.PendingRun > 0;

    private TimeSpan UntilNext()
    {
        var now = place.Time.GetUtcNow();
        return place.Sweep.NextDue(now) is { } next && next - now < LongestSleep ? next - now : LongestSleep;
    }
}
