using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Storage.Sweeping;

namespace Workflow.Host.Deadlines;

/// <summary>A recurring work: its name, how often, and what it does. A scheduler only wakes it; the truth is in the rows.</summary>
public sealed record RecurringWork(string Name, TimeSpan Cadence, Func<CancellationToken, Task> Run)
{
    private const int Batch = 100;

    /// <summary>The whole list with its cadences.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Cadences { get; } = new Dictionary<string, TimeSpan>
    {
        ["sweep"] = TimeSpan.FromSeconds(1),
        ["outbox"] = TimeSpan.FromSeconds(2),
        ["calendar"] = TimeSpan.FromHours(1),
        ["requests"] = TimeSpan.FromHours(6),
        ["seals"] = TimeSpan.FromMinutes(10),
    };

    /// <summary>The whole list with what each does.</summary>
    public static IReadOnlyList<RecurringWork> All(Workplace place, Relay relay, SealRound seals) =>
    [
        Of("sweep", cancellation => place.Sweep.Run(place.Time.GetUtcNow(), Batch, cancellation)),
        Of("outbox", relay.Run),
        Of("calendar", cancellation => Rederive(place, cancellation)),
        Of("requests", cancellation => place.Sweep.ForgetRequests(place.Time.GetUtcNow(), cancellation)),
        Of("seals", seals.Run),
    ];

    private static RecurringWork Of(string name, Func<CancellationToken, Task> run) => new(name, Cadences[name], run);

    private static async Task Rederive(Workplace place, CancellationToken cancellation)
    {
        var rederiving = new CalendarRound(place.Runner);
        while (!(await rederiving.Run(place.Time.GetUtcNow(), Batch, cancellation)).Finished)
            cancellation.ThrowIfCancellationRequested();
    }
}
