using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;

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
            if (Before(parts, clock) is { } rule) Derive(turn, clock.Id, rule, document);
        ClockKeeper.OnMigrated(turn, rule => IsNew(parts, rule));
        return Silent(turn);
    }

    /// <summary>
    /// The limit for a clock that runs: the one under the condition that held when it started, whatever holds today; where the
    /// target has no such condition the one that holds today. Null when none does.
    /// </summary>
    internal static LimitRule? Limit(CaseLook look, ClockState clock, ClockRule before, ClockRule rule) =>
        (before.Limits.FirstOrDefault(l => l.Kind == clock.Kind && (l.Period == clock.Period || IsSetWithin(l, clock))) is { } held ? rule.Limits.FirstOrDefault(l => Text(l.When) == Text(held.When)) : null)
        ?? rule.Limits.FirstOrDefault(l => Evaluation.IsTrue(l.When, look.Values));

    internal static bool HasSameLimits(ClockRule one, ClockRule other) => Text(one.Limits) == Text(other.Limits);

    // A rule by another name or title counts the same days.
    internal static bool IsSame(ClockRule one, ClockRule other) => Text(one with { Id = "", Title = "" }) == Text(other with { Id = "", Title = "" });

    private static void Derive(CaseTurn turn, string id, ClockRule before, string document)
    {
        var (clock, rule) = (turn.State.Clocks[id], ClockRules.Of(turn.Process, turn.State.Clocks[id]));
        if (IsSame(before, rule)) return;
        var period = HasSameLimits(before, rule) ? clock.Period : SetLengths.Of(Limit(turn, clock, before, rule)!, turn.Values);
        ClockKeeper.Move(turn, clock, clock with { Period = period, Roll = rule.Roll, AwaitsCalendar = false, Fired = Fired(clock, before, rule) }, ClockCause.Migration, document);
    }

    // A reminder that was given is not given again where the new rule has the same one.
    private static ImmutableArray<int> Fired(ClockState clock, ClockRule before, ClockRule rule) =>
        before.Escalations.SequenceEqual(rule.Escalations) ? clock.Fired
        : [.. rule.Escalations.Select((stage, i) => (stage, i)).Where(x => clock.Fired.Any(f => before.Escalations[f] == x.stage)).Select(x => x.i)];

    // A length that the office set itself lies within the one that the rule gives.
    private static bool IsSetWithin(LimitRule limit, ClockState clock) =>
        limit is { SetBy: not null, Period: { } most } && clock.Period is { } set && set.Unit == most.Unit && set.Amount <= most.Amount;

    private static ClockRule? Before(Counterparts parts, ClockState clock) => clock.Step is { } step
        ? parts.From.Places.Select(p => p.Node).OfType<WorkNode>().FirstOrDefault(n => parts.Key(n.Id) == PublishedProcess.IdOf(step)) switch
        {
            JointNode joint when clock.Participant is { } who => joint.Participants.FirstOrDefault(p => p.Key == who)?.Limit,
            var node => node?.Limit,
        }
        : clock.Material is not null ? ClockRules.Find(parts.From, clock)
        : parts.From.Definition.Clocks.FirstOrDefault(r => parts.Map.Clocks.GetValueOrDefault(r.Id, r.Id) == clock.Rule);

    private static bool IsNew(Counterparts parts, ClockRule rule) => parts.From.Definition.Clocks.All(r => parts.Map.Clocks.GetValueOrDefault(r.Id, r.Id) != rule.Id);

    // What nobody could know while the day passed may not take effect by silence.
    private static Refusal? Silent(CaseLook look) =>
        ClockKeeper.Open(look).FirstOrDefault(c => c.Status == ClockStatus.Running && !c.IsPaused && c.DueAt <= look.Stamp.RecordedAt && ClockRules.Of(look.Process, c).OnExpiry is not null) is { } past
            ? new Refusal("migrate.clock_past", $"Expected nothing to take effect by silence through the move, but '{past.Id}' of the target would have ended on {past.DueOn:yyyy-MM-dd}.", "decide the step first")
            : null;

    private static string Text<T>(T rule) => JsonSerializer.Serialize(rule, StoredJson.Options);
}
