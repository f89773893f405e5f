using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>What the silence of one participant of a joint review means once its own limit has ended.</summary>
internal static class Silence
{
    /// <summary>Lets the silence take effect: an answer by the rule, or a place off the roll; then the result if it is certain now.</summary>
    /// <exception cref="InvalidOperationException">The result needs a number that only a person can enter; no definition that was read leads here.</exception>
    internal static void Take(CaseTurn turn, JointNode joint, string key, string silent, DateOnly on)
    {
        var rule = joint.ParticipantOf(silent)!.Limit!;
        turn.Apply(
            rule.OnExpiry == Participant.NotCounted
                ? new ParticipantUncounted(key, silent, on)
                : new AnswerGiven(key, ByRule(rule, silent, on))
        );
        if (Answering.Conclude(turn, joint, key) is { } refusal)
            throw new InvalidOperationException(refusal.ToString());
        ParticipantClocks.Follow(turn, key, passed: true);
    }

    /// <summary>Refuses the person whose own silence has taken effect in this run of a joint review; null for anybody else.</summary>
    /// <param name="look">The decision.</param>
    /// <param name="key">The joint's key.</param>
    /// <param name="participant">The participant answered for; null for any that the person may answer for.</param>
    internal static Refusal? TookEffect(CaseLook look, string key, string? participant = null)
    {
        if (look.Process.Find(key) is not JointNode || look.Run(key) is not { } step)
            return null;
        var mine = step.Entitled.Where(e => (participant is null || e.Key == participant) && Actors.Admitted(look, key, e));
        return mine.Select(e => Elapsed(look, step, e)).FirstOrDefault(c => c is not null) is { } clock
            ? LimitRefusals.AlreadyTookEffect(Naming.Step(look, key), clock.DueOn, Effect(look, key, clock))
            : null;
    }

    private static ClockState? Elapsed(CaseLook look, StepState step, Entitlement entitled) =>
        look.State.Clocks.GetValueOrDefault($"{new ClockKey(step.Key, entitled.Key, step.Instance)}") is { } clock
        && clock.Status == ClockStatus.Elapsed
            ? clock
            : null;

    private static Message Effect(CaseLook look, string key, ClockState clock)
    {
        var silent = Naming.Participant(look, key, clock.Participant!);
        return ClockRules.Of(look.Process, clock).OnExpiry is { } choice and not Participant.NotCounted
            ? LimitRefusals.CountsAs(silent, Naming.Outcome(look, key, choice))
            : LimitRefusals.NotCounted(silent);
    }

    /// <summary>The limit of a step whose silence gave this run its outcome; null where somebody did.</summary>
    internal static ClockState? Ended(CaseLook look, StepState step) =>
        step.Completed is { } done
        && done.By is RuleActor
        && look.State.Clocks.GetValueOrDefault(step.Name) is { Status: ClockStatus.Elapsed } clock
            ? clock
            : null;

    private static GivenAnswer ByRule(ClockRule rule, string silent, DateOnly on) =>
        new(silent, rule.OnExpiry, new RuleActor(rule.Id), [], null, Nothing<FieldValue>(), Nothing<string>(), on)
        {
            Because = new RanOut(rule.Basis.ToString()),
        };

    private static ImmutableSortedDictionary<string, T> Nothing<T>() => ImmutableSortedDictionary<string, T>.Empty;
}
