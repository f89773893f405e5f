using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Foresight;

/// <summary>Something that will fall due on a clock if nothing moves it before.</summary>
/// <param name="At">The first instant at which it is due.</param>
/// <param name="Stage">The stage of the escalation, from 0; null for the clock's end.</param>
/// <param name="Clock">The clock by its title.</param>
public sealed record Firing(DateTimeOffset At, int? Stage, NameValue Clock);

/// <summary>Everything that will fall due on a clock, by the same reckoning that makes it fall due.</summary>
public static class ClockFirings
{
    /// <summary>Returns what is still to come on a clock, the nearest first; nothing for one that stands still, has ended or is not there.</summary>
    /// <param name="state">The case; lodged.</param>
    /// <param name="clock">The clock's id.</param>
    /// <param name="at">The moment whose calendar holds.</param>
    /// <param name="outside">The outside; it is only read.</param>
    public static IReadOnlyList<Firing> Of(CaseState state, string clock, DateTimeOffset at, IOutside outside)
    {
        if (state.Clocks.GetValueOrDefault(clock) is not { } open)
            return [];
        var process = outside.Bound(state.Definition);
        if (ClockRules.Find(process, open) is not { } rule)
            return [];
        var title = rule.Name(open.Id);
        var calendar = outside.Calendar(process.Definition.Id, at);
        return [.. ClockConclusions.Firings(open, rule, calendar).OrderBy(f => f.At).Select(f => new Firing(f.At, f.Stage, title))];
    }
}
