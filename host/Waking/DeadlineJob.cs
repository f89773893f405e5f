using Hangfire;
using Workflow.Host.Opening;

namespace Workflow.Host.Waking;

/// <summary>
/// The job that the dashboard shows for an upcoming end or escalation. It sends the case through the one door, as the sweep does;
/// a clock that has moved in the meantime finds nothing due.
/// </summary>
public sealed class DeadlineJob(Workplace place)
{
    /// <summary>Does what is due on a case and returns how many entries that took.</summary>
    /// <param name="chinese">What the dashboard calls it.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="number">The case.</param>
    /// <param name="cancellation">Given by Hangfire: the server stops.</param>
    [SpokenTitle]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    [KeptFor(minutes: 24 * 60)]
    public Task<int> Settle(string chinese, string english, string number, CancellationToken cancellation) =>
        place.Runner.SettleDue(number, place.Time.GetUtcNow(), cancellation);
}
