using Hangfire;
using Workflow.Definitions.Wording;
using Workflow.Host.Wording;

namespace Workflow.Host.Waking;

/// <summary>Tells Hangfire of the recurring works when the host begins, and has each run at once: what waited while it was down waits no longer.</summary>
public sealed class FirstRounds(IRecurringJobManager manager, IReadOnlyList<RecurringWork> works) : IHostedService
{
    private static readonly RecurringJobOptions Rhythm = new() { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Ignorable };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var words = Words.In(Language.Zh);
        foreach (var work in works)
        {
            var title = words[$"waking.{work.Name}"];
            manager.AddOrUpdate<RecurringJob>(work.Name, j => j.Run(title, work.Name, CancellationToken.None), work.Rhythm, Rhythm);
            manager.Trigger(work.Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
