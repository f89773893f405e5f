using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>
/// Derives the clocks again under the target's rules. The day they started from, their pauses and their extensions stand; a
/// clock whose rule is the same is kept as it is. Clocks that the target adds start on the day of what they count from.
/// </summary>
internal static class ClockMoves
{
    internal static Refusal? Derive(CaseTurn turn, Counterparts parts, string document)
    {
        foreach (var clock in turn.State.Clocks.Values.Where(c => c.IsOpen).OrderBy(c => c.Step is not null).ToList())
            if (Before(parts, clock) is { } rule)
                Derive(turn, clock.Id, rule, document);
        ClockKeeper.OnMigrated(turn, rule => IsNew(parts, rule));
        return Silent(turn);
    }

    /// <summary>
    /// The limit for a clock that runs: the one under the condition that held when it started, whatever holds today; where the
    /// target has no such condition the one that holds today. Null when none does.
    /// </summary>
    internal static LimitRule? Limit(CaseLook look, ClockState clock, ClockRule before, ClockRule rule)
    {
        var held = before.Limits.FirstOrDefault(l => l.Kind == clock.Kind && (l.Period == clock.Period || IsSetWithin(l, clock)));
        var same = held is null ? null : rule.Limits.FirstOrDefault(l => Text(l.When) == Text(held.When));
        return same ?? rule.Limits.FirstOrDefault(l => Evaluation.IsTrue(l.When, look.Values));
    }

    internal static bool HasSameLimits(ClockRule one, ClockRule other) => Text(one.Limits) == Text(other.Limits);

    // A rule by another name or title counts the same days.
    internal static bool IsSame(ClockRule one, ClockRule other) =>
        Text(one with { Id = "", Title = "" }) == Text(other with { Id = "", Title = "" });

    private static void Derive(CaseTurn turn, string id, ClockRule before, string document)
    {
        var (clock, rule) = (turn.State.Clocks[id], ClockRules.Of(turn.Process, turn.State.Clocks[id]));
        if (IsSame(before, rule))
            return;
        var period = HasSameLimits(before, rule) ? clock.Period : SetLengths.Of(Limit(turn, clock, before, rule)!, turn.Values);
        var moved = clock with
        {
            Period = period,
            Roll = rule.Roll,
            LongRest = rule.LongRest,
            AwaitsCalendar = false,
            Fired = Fired(clock, before, rule),
        };
        ClockKeeper.Move(turn, clock, moved, ClockCause.Migration, document);
    }

    // A reminder that was given is not given again where the new rule has the same one.
    private static ImmutableArray<int> Fired(ClockState clock, ClockRule before, ClockRule rule)
    {
        if (before.Escalations.SequenceEqual(rule.Escalations))
            return clock.Fired;
        var given = clock.Fired.Select(f => before.Escalations[f]).ToList();
        return [.. Enumerable.Range(0, rule.Escalations.Length).Where(i => given.Contains(rule.Escalations[i]))];
    }

    // A length that the office set itself lies within the one that the rule gives.
    private static bool IsSetWithin(LimitRule limit, ClockState clock) =>
        limit is { SetBy: not null, Period: { } most } && clock.Period is { } set && set.Unit == most.Unit && set.Amount <= most.Amount;

    private static ClockRule? Before(Counterparts parts, ClockState clock)
    {
        if (clock.Step is { } step)
            return BeforeOfStep(parts, clock, step);
        return clock.Material is not null
            ? ClockRules.Find(parts.From, clock)
            : parts.From.Definition.Clocks.FirstOrDefault(r => parts.Clock(r.Id) == clock.Rule);
    }

    private static ClockRule? BeforeOfStep(Counterparts parts, ClockState clock, string step)
    {
        var id = StepKey.IdOf(step);
        var node = parts.From.Places.Select(p => p.Node).OfType<WorkNode>().FirstOrDefault(n => parts.Key(n.Id) == id);
        return node is JointNode joint && clock.Participant is { } who ? joint.ParticipantOf(who)?.Limit : node?.Limit;
    }

    private static bool IsNew(Counterparts parts, ClockRule rule) => parts.From.Definition.Clocks.All(r => parts.Clock(r.Id) != rule.Id);

    // What nobody could know while the day passed may not take effect by silence.
    private static Refusal? Silent(CaseLook look) =>
        ClockKeeper.Open(look).FirstOrDefault(c => IsPast(look, c) && ClockRules.Of(look.Process, c).OnExpiry is not null) is { } past
            ? MigrateRefusals.ClockPast(Naming.Clock(look, past), past.DueOn)
            : null;

    private static bool IsPast(CaseLook look, ClockState clock) =>
        clock is { Status: ClockStatus.Running, IsPaused: false } && clock.DueAt <= look.Stamp.RecordedAt;

    private static string Text<T>(T rule) => JsonSerializer.Serialize(rule, StoredJson.Options);
}
