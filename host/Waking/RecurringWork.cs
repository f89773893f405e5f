using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Storage.Sweeping;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Waking;

/// <summary>A work that comes round again. Hangfire only wakes it; what is to do stands in the rows.</summary>
/// <param name="Name">Its name, under which the dashboard lists it.</param>
/// <param name="Rhythm">When, as a cron line of six fields in UTC, the first of them seconds.</param>
/// <param name="Run">What it does.</param>
public sealed record RecurringWork(string Name, string Rhythm, Func<CancellationToken, Task> Run)
{
    private const int Batch = 100;

    // Whoever uploads attaches soon after, or has changed their mind.
    private static readonly TimeSpan Unattached = TimeSpan.FromDays(1);

    /// <summary>The whole list.</summary>
    public static IReadOnlyList<RecurringWork> All(Workplace place, Relay relay, SealRound seals) =>
        [
            new("outbox", "*/2 * * * * *", relay.Run),
            new("calendar", "0 0 * * * *", cancellation => Rederive(place, cancellation)),
            new("requests", "0 0 */6 * * *", cancellation => place.Sweep.ForgetRequests(place.Time.GetUtcNow(), cancellation)),
            new(
                "orphans",
                "0 30 * * * *",
                cancellation => new FileStore(place.Database).Clear(place.Time.GetUtcNow() - Unattached, cancellation)
            ),
            new("seals", "0 */10 * * * *", seals.Run),
        ];

    private static async Task Rederive(Workplace place, CancellationToken cancellation)
    {
        var rederiving = new CalendarRound(place.Runner);
        while (!(await rederiving.Run(place.Time.GetUtcNow(), Batch, cancellation)).Finished)
            cancellation.ThrowIfCancellationRequested();
    }
}
