using System.Diagnostics;
using System.Diagnostics.Metrics;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Opening;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;

namespace Workflow.Host.Telemetry;

/// <summary>What the host counts: commands, refusals, what the sweep did, and what is due and not yet done.</summary>
public sealed class Measures : IDisposable
{
    public const string Name = "Workflow";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _commands;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _settled;
    private readonly Counter<long> _failed;
    private readonly Workplace _place;
    private long _lastRound;
    private long _triedAt;
    private volatile bool _written;

    public Measures(Workplace place)
    {
        _place = place;
        _commands = _meter.CreateCounter<long>("workflow.commands", description: "Commands written.");
        _refusals = _meter.CreateCounter<long>("workflow.refusals", description: "Commands refused, by code.");
        _settled = _meter.CreateCounter<long>("workflow.due.settled", description: "Entries that the sweep wrote.");
        _failed = _meter.CreateCounter<long>("workflow.due.failed", description: "Cases that failed in the sweep and back off.");
        Watch();
    }

    private void Watch()
    {
        _meter.CreateObservableGauge(
            "workflow.due.failing",
            () => Failing,
            description: "Cases that failed in the sweep and wait for a repair."
        );
        _meter.CreateObservableGauge("workflow.due.backlog", () => Backlog, description: "Clocks that are due and have not fired.");
        _meter.CreateObservableGauge(
            "workflow.due.oldest_age",
            () => OldestDueAge.TotalSeconds,
            "s",
            "Age of the oldest due row that has not fired."
        );
    }

    /// <summary>How long the oldest due row has waited; zero when nothing is due.</summary>
    public TimeSpan OldestDueAge =>
        _place.Sweep.OldestDue() is { } since && _place.Time.GetUtcNow() - since is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;

    /// <summary>How many clocks are due and have not fired, those of dead cases included.</summary>
    public long Backlog => _place.Sweep.Backlog(_place.Time.GetUtcNow());

    /// <summary>How many cases failed in the sweep and wait for a repair.</summary>
    public long Failing => _place.Sweep.Failing();

    /// <summary>How long ago, by the machine's clock, a round of this host's sweep came to its end; null when none has yet.</summary>
    public TimeSpan? SinceRound => Interlocked.Read(ref _lastRound) is var at and not 0 ? Stopwatch.GetElapsedTime(at) : null;

    /// <summary>Whether the database could be written when that was last tried; null when it was longer ago than a moment.</summary>
    public bool? Written
    {
        get => Interlocked.Read(ref _triedAt) is var at and not 0 && Stopwatch.GetElapsedTime(at) < Moment ? _written : null;
        set
        {
            _written = value == true;
            Interlocked.Exchange(ref _triedAt, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Counts a round of the sweep.</summary>
    public void Count(SweepReport report)
    {
        Interlocked.Exchange(ref _lastRound, Stopwatch.GetTimestamp());
        _settled.Add(report.Entries);
        _failed.Add(report.Failed);
    }

    public void Count(CaseCommand command, RunnerAnswer answer)
    {
        if (answer is NotWritten refused)
            _refusals.Add(1, new TagList { { "code", refused.Refusal.Code } });
        else
            _commands.Add(1, new TagList { { "command", command.GetType().Name } });
    }

    public void Dispose() => _meter.Dispose();
}
