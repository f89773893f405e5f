using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Why the running clocks of a case cannot go on under another definition. What the law gives is never cut off by a mapping.</summary>
internal static class ClockObstacles
{
    internal static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts) =>
        ClockKeeper.Open(look).Select(c => Of(look, parts, c)).OfType<Refusal>();

    private static Refusal? Of(CaseLook look, Counterparts parts, ClockState clock)
    {
        var before = ClockRules.Of(parts.From, clock);
        if (parts.Map.Ends.Contains(clock.Rule))
            return MayEnd(parts, clock, before);
        // The limit of a step that has no counterpart is told with the step.
        if (clock.Step is { } step && parts.Node(step) is null)
            return null;
        if (parts.Rule(clock) is not { } rule)
            return MigrateRefusals.ClockGone(parts.NameOf(clock), parts.Clock(clock).Id);
        return ClockMoves.HasSameLimits(before, rule)
            ? null
            : MustCountAlike(parts, clock, rule, ClockMoves.Limit(look, clock, before, rule));
    }

    private static Refusal? MayEnd(Counterparts parts, ClockState clock, ClockRule before) =>
        before.Basis.IsInternal ? null : MigrateRefusals.ClockStatutory(parts.NameOf(clock), before.Basis.ToString());

    private static Refusal? MustCountAlike(Counterparts parts, ClockState clock, ClockRule rule, LimitRule? limit)
    {
        var (name, becomes) = (parts.NameOf(clock), Naming.Clock(rule));
        if (limit is null)
            return MigrateRefusals.NoLimit(name, becomes);
        return limit.Kind == clock.Kind && limit.Period?.Unit == clock.Period?.Unit
            ? null
            : MigrateRefusals.ClockKind(name, becomes, Runs(clock.Kind, clock.Period), Runs(limit.Kind, limit.Period));
    }

    private static Message Runs(LimitKind kind, Period? period) =>
        period is null ? MigrateRefusals.RunsToADay() : MigrateRefusals.Runs(kind, period);
}
