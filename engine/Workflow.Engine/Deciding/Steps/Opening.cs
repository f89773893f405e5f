using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Opens steps.</summary>
internal static class Opening
{
    internal static Refusal? Open(CaseTurn turn, Open command)
    {
        if (turn.Process.PlaceOf(command.Step) is not { AnyTime: true, Node: WorkNode node })
            return new Refusal("step.not_any_time", $"Expected a step that may be opened at any time, but {Quoted.Step(turn, command.Step)} is none.");
        if (turn.State.Steps.GetValueOrDefault(command.Step)?.Status == StepStatus.Open)
            return new Refusal("step.already_open", $"Expected {Quoted.Step(turn, command.Step)} to be closed, but it is open.");
        if ((StepGuards.MustBeOpen(turn, command.Step) ?? StepGuards.MustBeYours(turn, command.Step)) is { } refusal) return refusal;
        Open(turn, node, command.Step);
        return null;
    }

    /// <summary>Opens a node under a key: its task, its limit, its pauses, its copies.</summary>
    internal static void Open(CaseTurn turn, Node node, string key)
    {
        if (turn.State.Steps.TryGetValue(key, out var before)) turn.Apply(new StepsSuperseded(key, key, null, [before.Key], [], null, turn.On));
        var instance = 1 + turn.State.Superseded.Count(s => s.Key == key);
        var entitled = node is WorkNode who ? Entitlements.Of(who, turn.State) : [];
        // Of a case that is taken over the holders are told; no rule gives its tasks away.
        var choice = turn.Told is null && node is StepNode step ? Choosing.Of(turn, step, key, entitled) : null;
        turn.Apply(new StepOpened(key, instance, choice?.Entitled ?? entitled, turn.Told?.OpenedOn(key, instance) ?? turn.Today, turn.On, Kept(turn, node, key, entitled)));
        if (choice?.Unattended is { } unattended) turn.Apply(unattended);
        if (choice?.Assigned is { } assigned) turn.Apply(assigned);
        if (turn.Told is null && node is JointNode joint && !joint.IsWhole(key)) ChoosingVoices.GiveOut(turn, joint, key);
        if (node is not WorkNode work || work.IsWhole(key)) return;
        ClockKeeper.OnOpened(turn, work, turn.State.Steps[key]);
        if (work.Ground is { } ground) Pausing.OnOpened(turn, ground, key, turn.State.Steps[key].OpenedOn);
        foreach (var copy in work.Copies) turn.Apply(new CopySent(key, Entitlements.Of(copy, turn.State)));
        if (node is CallNode call) Calling.Call(turn, call, key, Lodge(turn, call));
        if (choice is not null) Passing.Pass(turn, (StepNode)node, key, choice);
    }

    // A signer added in the run before is not on the roll of this one, and an opinion after the result was no answer.
    private static ImmutableArray<GivenAnswer> Kept(CaseLook look, Node node, string key, ImmutableArray<Entitlement> entitled)
    {
        if (!look.State.Kept.Contains(key)) return [];
        ImmutableArray<GivenAnswer> kept = [.. look.State.Superseded.Last(s => s.Key == key).Answers.Where(a => a.Late is null && entitled.Any(e => e.Key == a.Participant))];
        if (!look.State.Awaits.ContainsKey(key)) return kept;
        // Answers to another question do not stand; nor do they where only a signer added before had still to answer.
        var waits = entitled.Any(e => kept.All(a => a.Participant != e.Key));
        return waits && !Inputs.HaveChanged(look, (WorkNode)node) ? kept : [];
    }

    private static Lodge Lodge(CaseLook look, CallNode call) => new()
    {
        Process = call.Process,
        Parties = look.State.Parties,
        Form = call.With.Select(w => KeyValuePair.Create(w.Key, Evaluation.Value(w.Value, look.Values))).Where(w => w.Value is not null).ToImmutableSortedDictionary(w => w.Key, w => w.Value!),
        Materials = [.. look.State.Materials],
    };
}
