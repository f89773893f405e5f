using System.Collections.Immutable;
using Hangfire;
using Hangfire.Server;
using Hangfire.States;
using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Engine.Foresight;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.Waking;

/// <summary>
/// Keeps a visible job in Hangfire for everything that falls due by itself in the coming days: the end of each clock and each
/// stage of its escalation. It compares the clock rows with what it scheduled, so that it does not matter who wrote them, and
/// a host that begins with an empty store has every job again after its first rounds.
/// </summary>
public sealed class UpcomingDeadlines(Workplace place, IBackgroundJobClient jobs, ILogger<UpcomingDeadlines> log) : IBackgroundProcess
{
    /// <summary>How far ahead jobs are shown.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(30);

    /// <summary>The most clocks that have jobs, the nearest first.</summary>
    public const int MostClocks = 10_000;

    // So many new clocks a round leave live work its processor while a host begins.
    private const int MostNew = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Dictionary<(string Case, string Clock), Scheduled> _scheduled = [];
    private readonly DueList _due = new(place.Database);

    /// <summary>One round; Hangfire calls it again as long as the server runs.</summary>
    public void Execute(BackgroundProcessContext context) => Rounds.Run(context, log, Pause, () => Round() ? Pause : TimeSpan.Zero);

    public override string ToString() => Words.Both("waking.upcoming");

    // True when every row has its jobs.
    private bool Round()
    {
        var now = place.Time.GetUtcNow();
        var rows = _due.Upcoming(now + Horizon, MostClocks).ToDictionary(r => (r.Case, r.Clock));
        foreach (var gone in _scheduled.Keys.Where(k => !rows.ContainsKey(k)).ToList())
            Drop(gone);
        var changed = rows.Values.Where(r => NeedsJobs(r, now)).OrderBy(r => r.FiresAt).ToList();
        foreach (var row in changed.Take(MostNew))
            Schedule(row, now);
        return changed.Count <= MostNew;
    }

    private bool NeedsJobs(ClockRow row, DateTimeOffset now) => row.FiresAt > now && !IsScheduled(row, now);

    private bool IsScheduled(ClockRow row, DateTimeOffset now) =>
        _scheduled.GetValueOrDefault((row.Case, row.Clock)) is { } scheduled && scheduled.Row == row && !(scheduled.NextAt < now + Horizon);

    private void Drop((string Case, string Clock) key)
    {
        if (!_scheduled.Remove(key, out var scheduled))
            return;
        // One that has run is no longer scheduled, and stays in the list of what was done.
        foreach (var job in scheduled.Jobs)
            jobs.Delete(job, ScheduledState.StateName);
    }

    private void Schedule(ClockRow row, DateTimeOffset now)
    {
        Drop((row.Case, row.Clock));
        var firings = Firings(row);
        var later = firings.FirstOrDefault(f => f.At >= now + Horizon);
        ImmutableArray<string> shown = [.. firings.Where(f => f.At > now && f.At < now + Horizon).Select(f => Job(row, f, now))];
        _scheduled[(row.Case, row.Clock)] = new Scheduled(row, shown, later?.At);
    }

    // A case that cannot be read has no jobs; the sweep tells of it, and the others have theirs.
    private IReadOnlyList<Firing> Firings(ClockRow row)
    {
        try
        {
            return place.Runner.Ask(row.Case, (state, at, outside) => ClockFirings.Of(state, row.Clock, at, outside)) ?? [];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The upcoming deadlines of case {Case} cannot be listed.", row.Case);
            return [];
        }
    }

    private string Job(ClockRow row, Firing firing, DateTimeOffset now)
    {
        var (chinese, english) = (Title(row, firing, Language.Zh), Title(row, firing, Language.En));
        var job = Hangfire.Common.Job.FromExpression<DeadlineJob>(j => j.Settle(chinese, english, row.Case, CancellationToken.None));
        return jobs.Create(job, new ScheduledState(WholeSecond(DateTime.UtcNow + (firing.At - now))));
    }

    private static string Title(ClockRow row, Firing firing, Language language)
    {
        var (words, key) = (Words.In(language), firing.Stage is null ? "waking.end" : "waking.stage");
        return words.Say(key, words.Title(firing.Clock), row.Case, Lines.Day(row.DueOn), firing.Stage + 1);
    }

    // Hangfire cuts to the second: what is not rounded up wakes up to a second early, finds nothing due and calls that done.
    // The cases' clock of a demonstration stands elsewhere than the machine's, by which Hangfire wakes.
    private static DateTime WholeSecond(DateTime at) =>
        new((at.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    /// <param name="Row">The row that the jobs were made from.</param>
    /// <param name="Jobs">The jobs.</param>
    /// <param name="NextAt">The first firing beyond the horizon; null for none.</param>
    private sealed record Scheduled(ClockRow Row, IReadOnlyList<string> Jobs, DateTimeOffset? NextAt);
}
