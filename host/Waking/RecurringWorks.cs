using Hangfire;
using Hangfire.Server;
using Workflow.Definitions.Wording;
using Workflow.Host.Wording;

namespace Workflow.Host.Waking;

/// <summary>
/// Tells Hangfire of the recurring works when the host begins, and has each run at once: what waited while it was down waits no
/// longer. A work that somebody deletes on the dashboard is back within a minute: seals and messages are nobody's to switch off.
/// </summary>
public sealed class RecurringWorks(IRecurringJobManager manager, IReadOnlyList<RecurringWork> works, ILogger<RecurringWorks> log)
    : IBackgroundProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly RecurringJobOptions Rhythm = new()
    {
        TimeZone = TimeZoneInfo.Utc,
        MisfireHandling = MisfireHandlingMode.Ignorable,
    };
    private bool _begun;

    /// <summary>One round; Hangfire calls it again as long as the server runs.</summary>
    public void Execute(BackgroundProcessContext context) => Rounds.Run(context, log, Pause, Round);

    public override string ToString() => Words.Both("waking.works");

    private TimeSpan Round()
    {
        foreach (var work in works)
            Keep(work);
        _begun = true;
        return Pause;
    }

    private void Keep(RecurringWork work)
    {
        var key = $"waking.{work.Name}";
        var (chinese, english) = (Words.In(Language.Zh)[key], Words.In(Language.En)[key]);
        manager.AddOrUpdate<RecurringJob>(work.Name, j => j.Run(chinese, english, work.Name, CancellationToken.None), work.Rhythm, Rhythm);
        if (!_begun)
            manager.Trigger(work.Name);
    }
}
