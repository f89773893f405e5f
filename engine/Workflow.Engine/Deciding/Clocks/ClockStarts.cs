using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>From which day a clock counts: the last of the moments it starts at. A period that a law gives is not renewed by marking its moment once more.</summary>
internal static class ClockStarts
{
    /// <summary>Whether a law gives the period, and not the office to itself.</summary>
    internal static bool IsLawful(ClockRule rule) => !rule.Basis.IsInternal || rule.Limits.Any(l => l.Basis is { IsInternal: false });

    /// <summary>Returns the day; null while none of the moments is marked.</summary>
    internal static DateOnly? LastOf(CaseLook look, ClockRule rule) =>
        rule.From.Any(look.State.Moments.ContainsKey)
            ? rule.From.Max(m => IsLawful(rule) ? First(look, m) : look.State.Moments.GetValueOrDefault(m)?.Day)
            : null;

    /// <summary>Whether a moment has ended what a clock counts.</summary>
    internal static bool HasEnded(CaseLook look, ClockRule rule) => Ends(look, rule).Any();

    /// <summary>Returns the marks that ended what a clock counts. What came before the last of several starts ended an earlier stretch of it.</summary>
    internal static IEnumerable<MarkedMoment> Ends(CaseLook look, ClockRule rule)
    {
        var ends = Marks(look, rule.Until);
        var start = StartsAgain(rule) ? Marks(look, rule.From).MaxBy(m => (m.Day, m.Entry)) : null;
        return start is null ? ends : ends.Where(end => IsAfter(end, start));
    }

    /// <summary>Whether a clock runs again from a start that comes after its end.</summary>
    internal static bool StartsAgain(ClockRule rule) => rule.From.Length > 1;

    private static IEnumerable<MarkedMoment> Marks(CaseLook look, IEnumerable<string> moments) =>
        moments.Select(m => look.State.Moments.GetValueOrDefault(m)).OfType<MarkedMoment>();

    // One act that ends a stretch and begins the next does so in that order.
    private static bool IsAfter(MarkedMoment end, MarkedMoment start) =>
        end.Day > start.Day || (end.Day == start.Day && end.Entry > start.Entry);

    /// <summary>Returns a clock with what did not count, and what was granted, in the run before, where that counted the same period.</summary>
    internal static ClockState Continued(CaseLook look, ClockRule rule, ClockState clock)
    {
        if (rule.From.IsEmpty || !IsLawful(rule))
            return clock;
        var before = look
            .State.Clocks.Values.Where(c =>
                c.Rule == clock.Rule
                && c.Step == clock.Step
                && c.Participant == clock.Participant
                && c.Kind == clock.Kind
                && c.StartDay == clock.StartDay
            )
            .OrderBy(c => c.Id.Length)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .LastOrDefault();
        return before is null ? clock : clock with { StartAt = before.StartAt, Pauses = before.Pauses, Extensions = before.Extensions };
    }

    // A mark that a declared way back makes, such as a supplement, starts anew; any other that is made again keeps its first day.
    private static DateOnly? First(CaseLook look, string moment)
    {
        var (now, before) = (look.State.Moments.GetValueOrDefault(moment), look.State.FirstMarks.GetValueOrDefault(moment));
        return now is null ? before?.Day
            : before is null || before.Day > now.Day || IsOnWayBack(look, now.Step) ? now.Day
            : before.Day;
    }

    private static bool IsOnWayBack(CaseLook look, string key) =>
        look.Process.PlaceOf(key) is { } place
        && place.Around.Any(owner =>
            Outline.Bodies(owner.Node).Any(o => o.Exit is BackExit && Outline.All(o.Steps).Any(n => n.Id == place.Node.Id))
        );
}
