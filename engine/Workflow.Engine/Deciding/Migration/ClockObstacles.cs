using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Why the running clocks of a case cannot go on under another definition. What the law gives is never cut off by a mapping.</summary>
internal static class ClockObstacles
{
    internal static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts) => ClockKeeper.Open(look).Select(c => Of(look, parts, c)).OfType<Refusal>();

    private static Refusal? Of(CaseLook look, Counterparts parts, ClockState clock)
    {
        var before = ClockRules.Of(parts.From, clock);
        if (parts.Map.Ends.Contains(clock.Rule))
            return before.Basis.IsInternal ? null : new Refusal("migrate.clock_statutory", $"Expected only a limit of the office itself to end with the move, but '{clock.Id}' is given by {before.Basis}.", "map it to a clock of the target");
        // The limit of a step that has no counterpart is told with the step.
        if (clock.Step is { } step && parts.Node(step) is null) return null;
        if (parts.Rule(clock) is not { } rule)
            return new Refusal("migrate.clock_gone", $"Expected a clock of the target for '{clock.Id}', which runs, but it has no '{parts.Clock(clock).Id}'.", before.Basis.IsInternal ? "map it to one, or name it among those that end" : "map it to one");
        if (ClockMoves.HasSameLimits(before, rule)) return null;
        if (ClockMoves.Limit(look, clock, before, rule) is not { } limit)
            return new Refusal("migrate.clock_gone", $"Expected a limit of '{rule.Id}' in the target to hold for '{clock.Id}', but none does.", "map it to another");
        return limit.Kind != clock.Kind || limit.Period?.Unit != clock.Period?.Unit
            ? new Refusal("migrate.clock_kind", $"Expected '{rule.Id}' of the target to count as '{clock.Id}' does ({Words(clock.Kind, clock.Period)}), but it counts otherwise ({Words(limit.Kind, limit.Period)}).", "map it to another, or let it run to its end first")
            : null;
    }

    private static string Words(LimitKind kind, Period? period) => period is null ? $"{kind}" : $"{kind} {period}";
}
