using System.Diagnostics;
using System.Diagnostics.Metrics;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Opening;
using Workflow.Storage.Running;

namespace Workflow.Host.Telemetry;

/// <summary>What the host counts: commands, refusals, and the age of the oldest due row that has not fired.</summary>
public sealed class Measures : IDisposable
{
    public const string Name = "Workflow";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _commands;
    private readonly Counter<long> _refusals;
    private readonly Workplace _place;

    public Measures(Workplace place)
    {
        _place = place;
        _commands = _meter.CreateCounter<long>("workflow.commands", description: "Commands written.");
        _refusals = _meter.CreateCounter<long>("workflow.refusals", description: "Commands refused, by code.");
        _meter.CreateObservableGauge("workflow.due.oldest_age", () => OldestDueAge.TotalSeconds, "s", "Age of the oldest due row that has not fired.");
    }

    /// <summary>How long the oldest due row has waited; zero when nothing is due.</summary>
    public TimeSpan OldestDueAge => _place.Sweep.OldestDue() is { } since && _place.Time.GetUtcNow() - since is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;

    public void Count(CaseCommand command, RunnerAnswer answer)
    {
        if (answer is NotWritten refused) _refusals.Add(1, new TagList { { "code", refused.Refusal.Code } });
        else _commands.Add(1, new TagList { { "command", command.GetType().Name } });
    }

    public void Dispose() => _meter.Dispose();
}
