using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Reads pauses like <c>2025-09-05..2025-09-19;2025-10-09..2025-10-10</c>: the first day counts, the last does not.</summary>
internal static class PauseText
{
    /// <summary>Returns the pauses and null, or none and what is wrong with one of them.</summary>
    internal static (ImmutableArray<Exclusion> Pauses, Message? Fault) Parse(string text, bool hours, WorkCalendar calendar)
    {
        var pauses = ImmutableArray.CreateBuilder<Exclusion>();
        if (text.Length == 0)
            return ([], null);
        foreach (var part in text.Split(';'))
        {
            if (Fault(part.Trim(), hours, calendar, out var pause) is { } fault)
                return ([], fault);
            pauses.Add(pause!);
        }

        return (pauses.ToImmutable(), null);
    }

    private static Message? Fault(string part, bool hours, WorkCalendar calendar, out Exclusion? pause)
    {
        pause = null;
        var ends = part.Split("..");
        if (
            ends.Length != 2
            || Moment.Parse(ends[0].Trim(), calendar) is not { } from
            || Moment.Parse(ends[1].Trim(), calendar) is not { } to
        )
            return DueFaults.Pause(part);
        if (hours && !(from.Exact && to.Exact))
            return DueFaults.PauseWithoutTimes(part);
        if (hours ? to.At < from.At : to.Day < from.Day)
            return DueFaults.PauseBackwards(part);
        pause = new Exclusion(part, from.Day, to.Day, from.At, to.At, null);
        return null;
    }
}
