using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

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
        var id = StepKey.IdOf(key);
        return map.Steps.GetValueOrDefault(id, id) + key[id.Length..];
    }

    internal string Outcome(string key, string outcome) =>
        map.Outcomes.GetValueOrDefault($"{new OutcomeKey(StepKey.IdOf(key), outcome)}", outcome);

    /// <summary>The node that a step will belong to; null when the target has none.</summary>
    internal Node? Node(string key) => to.Find(Key(key));

    /// <summary>The steps of the case under their new keys, but for those that the target does not have.</summary>
    internal Dictionary<string, StepState> Steps(CaseState state) =>
        state
            .Steps.Values.Where(s => Node(s.Key) is not null)
            .DistinctBy(s => Key(s.Key))
            .ToDictionary(s => Key(s.Key), StringComparer.Ordinal);

    /// <summary>Names a step as people call it now.</summary>
    internal NameValue NameOf(string key) => from.StepName(key);

    /// <summary>Names the counterpart of a step.</summary>
    internal NameValue TargetOf(string key) => to.StepName(Key(key));

    /// <summary>Names an outcome of a step as people call it now.</summary>
    internal NameValue NameOf(string key, string outcome) => from.OutcomeName(key, outcome);

    /// <summary>Names a clock as people call it now.</summary>
    internal NameValue NameOf(ClockState clock) => ClockRules.Find(from, clock).NameOf(clock.Id);

    /// <summary>Whether nothing of the definition before becomes this node.</summary>
    internal bool IsNew(Node node) => from.Places.All(p => Key(p.Node.Id) != node.Id);

    /// <summary>The id that a clock of the case will have, whether or not the target knows it.</summary>
    internal string Clock(string id) => map.Clocks.GetValueOrDefault(id, id);

    /// <summary>A clock under its new name, its pauses under the new names of the steps behind them.</summary>
    internal ClockState Clock(ClockState clock) =>
        clock with
        {
            Id = clock.Step is { } step ? Key(step) + clock.Id[step.Length..] : Clock(clock.Id),
            Rule = clock.Step is { } home ? Rule(StepKey.IdOf(home), clock.Rule) : Clock(clock.Rule),
            Step = clock.Step is { } key ? Key(key) : null,
            Pauses = clock.Pauses.Any(p => Source(p) != p.Step) ? [.. clock.Pauses.Select(p => p with { Step = Source(p) })] : clock.Pauses,
        };

    /// <summary>The rule of the target that a clock will stand on; null when there is none.</summary>
    internal ClockRule? Rule(ClockState clock) => ClockRules.Find(to, Clock(clock));

    // The rule of a step's limit begins with the step's id.
    private string Rule(string step, string rule) => Key(step) + rule[step.Length..];

    private string? Source(Pause pause) => pause.Step is { } step ? Key(step) : null;
}
