using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Opens steps.</summary>
internal static class Opening
{
    internal static Operation Operation { get; } = Operation.Of<Open>(Open, (look, c) => BuiltOn.Opened(look, c.Step));

    internal static Refusal? Open(CaseTurn turn, Open command)
    {
        if (turn.Process.PlaceOf(command.Step) is not { AnyTime: true, Node: WorkNode node })
            return StepRefusals.NotAnyTime(Naming.Step(turn, command.Step));
        if (MayOpen(turn, node, command.Step) is { } refusal)
            return refusal;
        Open(turn, node, command.Step);
        return null;
    }

    private static Refusal? MayOpen(CaseLook look, WorkNode node, string key)
    {
        if (look.IsOpenAt(key))
            return StepRefusals.AlreadyOpen(Naming.Step(node));
        return StepGuards.MustBeOpen(look, key) ?? StepGuards.MustBeYours(look, key);
    }

    /// <summary>Opens a node under a key: its task, its limit, its pauses, its copies.</summary>
    internal static void Open(CaseTurn turn, Node node, string key)
    {
        if (turn.Run(key) is not null)
            turn.Apply(
                new StepsSuperseded(key, key, null, SoFar.OpenedAnew(turn, node, key), [], null, turn.On) { Cause = PutAside.OpenedAnew }
            );
        var choice = GiveOut(turn, node, key);
        if (node is not WorkNode work || work.IsWhole(key))
            return;
        foreach (var copy in work.Copies)
            turn.Apply(new CopySent(key, Entitlements.Of(copy, turn.State)));
        if (node is CallNode call)
            Calling.Call(turn, call, key, Lodge(turn, call));
        if (choice is not null)
            Passing.Pass(turn, (StepNode)node, key, choice);
    }

    // An adopted case brings its holders along, so no rule assigns its tasks.
    private static Choice? GiveOut(CaseTurn turn, Node node, string key)
    {
        var roll = node is WorkNode who ? Seating.Of(turn, who, key) : Roll.Empty;
        var entitled = roll.Entitled;
        var choice = turn.Told is null && node is StepNode step ? Choosing.Of(turn, step, key, entitled) : null;
        var opened = Opened(turn, key, choice?.Entitled ?? entitled, Kept(turn, node, key, entitled)) with { Recused = roll.Recused };
        turn.Together(() => Give(turn, node, opened, choice));
        return choice;
    }

    // A task is open and given to somebody at once.
    private static void Give(CaseTurn turn, Node node, StepOpened opened, Choice? choice)
    {
        turn.Apply(opened);
        if (choice?.Unattended is { } unattended)
            turn.Apply(unattended);
        if (choice?.Assigned is { } assigned)
            turn.Apply(assigned);
        if (node is not JointNode joint || joint.IsWhole(opened.Step))
            return;
        Seating.Tell(turn, joint, opened);
        if (turn.Told is null)
            ChoosingVoices.GiveOut(turn, joint, opened.Step);
    }

    private static StepOpened Opened(CaseLook look, string key, ImmutableArray<Entitlement> entitled, ImmutableArray<GivenAnswer> kept)
    {
        var instance = 1 + look.State.Superseded.Count(s => s.Key == key);
        return new StepOpened(key, instance, entitled, look.Told?.OpenedOn(key, instance) ?? look.Today, look.On, kept);
    }

    // A signer added in the run before is not on the roll of this one, and an opinion after the result was no answer.
    private static ImmutableArray<GivenAnswer> Kept(CaseLook look, Node node, string key, ImmutableArray<Entitlement> entitled)
    {
        if (!look.State.Kept.Contains(key))
            return [];
        var before = look.State.Superseded.Last(s => s.Key == key).Answers;
        ImmutableArray<GivenAnswer> kept = [.. before.Where(a => a.Late is null && entitled.Any(e => e.Key == a.Participant))];
        if (!look.State.Awaits.ContainsKey(key))
            return kept;
        // Answers to another question do not stand; nor do they where only a signer added before had still to answer.
        var waits = entitled.Any(e => kept.All(a => a.Participant != e.Key));
        return waits && !Inputs.HaveChanged(look, (WorkNode)node) ? kept : [];
    }

    private static Lodge Lodge(CaseLook look, CallNode call) =>
        new()
        {
            Process = call.Process,
            Parties = [.. look.State.Parties.Select(p => p with { Since = null })],
            Form = Form(look, call),
            Materials = [.. look.State.Materials],
        };

    private static ImmutableSortedDictionary<string, FieldValue> Form(CaseLook look, CallNode call) =>
        call
            .With.Select(w => (w.Key, Value: Evaluation.Value(w.Value, look.Values)))
            .Where(w => w.Value is not null)
            .ToImmutableSortedDictionary(w => w.Key, w => w.Value!);
}
