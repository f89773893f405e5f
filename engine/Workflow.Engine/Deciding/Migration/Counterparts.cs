using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>What something of a running case is called in the definition it moves to.</summary>
internal sealed class Counterparts(PublishedProcess from, PublishedProcess to, MigrationMap map)
{
    internal PublishedProcess From => from;

    internal PublishedProcess To => to;

    internal MigrationMap Map => map;

    /// <summary>The key that a step will have, whether or not the target knows it.</summary>
    internal string Key(string key)
    {
        var id = PublishedProcess.IdOf(key);
        return map.Steps.GetValueOrDefault(id, id) + key[id.Length..];
    }

    internal string Outcome(string key, string outcome) => map.Outcomes.GetValueOrDefault($"{PublishedProcess.IdOf(key)}.{outcome}", outcome);

    /// <summary>The node that a step will belong to; null when the target has none.</summary>
    internal Node? Node(string key) => to.Find(Key(key));

    /// <summary>The steps of the case under their new keys, but for those that the target does not have.</summary>
    internal Dictionary<string, StepState> Steps(CaseState state) =>
        state.Steps.Values.Where(s => Node(s.Key) is not null).DistinctBy(s => Key(s.Key)).ToDictionary(s => Key(s.Key), StringComparer.Ordinal);

    /// <summary>Whether nothing of the definition before becomes this node.</summary>
    internal bool IsNew(Node node) => from.Places.All(p => Key(p.Node.Id) != node.Id);

    /// <summary>A clock under its new name, its pauses under the new names of the steps behind them.</summary>
    internal ClockState Clock(ClockState clock) => clock with
    {
        Id = clock.Step is { } step ? Key(step) + clock.Id[step.Length..] : map.Clocks.GetValueOrDefault(clock.Id, clock.Id),
        Rule = clock.Step is { } home ? Key(PublishedProcess.IdOf(home)) + clock.Rule[PublishedProcess.IdOf(home).Length..] : map.Clocks.GetValueOrDefault(clock.Rule, clock.Rule),
        Step = clock.Step is { } key ? Key(key) : null,
        Pauses = clock.Pauses.Any(p => Source(p) != p.Step) ? [.. clock.Pauses.Select(p => p with { Step = Source(p) })] : clock.Pauses,
    };

    /// <summary>The rule of the target that a clock will stand on; null when there is none.</summary>
    internal ClockRule? Rule(ClockState clock) => ClockRules.Find(to, Clock(clock));

    private string? Source(Pause pause) => pause.Step is { } step ? Key(step) : null;
}
