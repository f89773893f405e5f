using System.Collections.Immutable;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>An event that is judged.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Unit">The unit that acted; null where the log does not say.</param>
/// <param name="On">Its day; null without a moment.</param>
internal sealed record JudgedEvent(LogStep Step, string? Unit, DateOnly? On);

/// <summary>The events of one case, read by a map and in order of time; events of the same moment, and those without one, keep their place.</summary>
internal sealed class TraceEvents
{
    internal TraceEvents(XesTrace trace, LogMap map, ProcessModel model)
    {
        var judged = ImmutableArray.CreateBuilder<JudgedEvent>();
        var (names, unknown) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var inTime = InTime(trace, map).ToList();
        IsReordered = !inTime.Select(e => e.Event).SequenceEqual(trace.Events, ReferenceEqualityComparer.Instance);
        foreach (var (happened, at) in inTime)
        {
            DateOnly? on = at is { } moment ? DayOf(moment, map.Zone) : null;
            (FirstOn, LastOn) = (FirstOn ?? on, on ?? LastOn);
            if (IsPassedOver(happened, map))
                continue;
            names.Add(happened[map.ActivityKey]?.Word ?? "(none)");
            if (Step(happened, map, model) is { } step)
                judged.Add(new JudgedEvent(step, Unit(happened, map), on));
            else
                unknown.Add(names[^1]);
        }

        (Judged, Names, Unknown) = (judged.ToImmutable(), names.ToImmutable(), unknown.ToImmutable());
    }

    // Events of another transition and ignored ones are only counted.
    private bool IsPassedOver(XesEvent happened, LogMap map)
    {
        var isOther = IsOtherTransition(happened, map);
        var isIgnored = !isOther && (happened[map.ActivityKey]?.Word is { } name ? map.Ignored.Contains(name) : map.MayLackActivity);
        (OtherTransition, Ignored) = (OtherTransition + (isOther ? 1 : 0), Ignored + (isIgnored ? 1 : 0));
        return isOther || isIgnored;
    }

    private static bool IsOtherTransition(XesEvent happened, LogMap map) =>
        map.Transitions.Count > 0
        && happened[map.TransitionKey] is { } transition
        && !map.Transitions.Contains(transition.Text.ToLowerInvariant());

    /// <summary>The events that the map gives a meaning.</summary>
    internal ImmutableArray<JudgedEvent> Judged { get; }

    /// <summary>The names of those events, and of the unknown ones, in order.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>The names of the activities that the map does not know, once for each event.</summary>
    internal ImmutableArray<string> Unknown { get; }

    /// <summary>Whether time puts the events into another order than the file, which the standard calls the order observed.</summary>
    internal bool IsReordered { get; }

    internal int Ignored { get; private set; }

    internal int OtherTransition { get; private set; }

    internal DateOnly? FirstOn { get; }

    internal DateOnly? LastOn { get; }

    internal static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new DateOnly(local.Year, local.Month, local.Day);
    }

    // An event without a moment stays behind the one before it.
    private static IEnumerable<(XesEvent Event, DateTimeOffset? At)> InTime(XesTrace trace, LogMap map)
    {
        var last = DateTimeOffset.MinValue;
        var sorted = new List<(XesEvent Event, DateTimeOffset? At, DateTimeOffset Sort)>();
        foreach (var happened in trace.Events)
        {
            var at = happened[map.TimeKey]?.Moment(map.Zone);
            sorted.Add((happened, at, last = at ?? last));
        }

        return sorted.OrderBy(e => e.Sort).Select(e => (e.Event, e.At));
    }

    // What an event does; null where the map does not know its activity.
    private static LogStep? Step(XesEvent happened, LogMap map, ProcessModel model)
    {
        if (happened[map.ActivityKey]?.Word is not { } name || !map.Activities.TryGetValue(name, out var activity))
            return null;
        var node = activity.Act == MappedAct.End ? null : model.Find(activity.Step);
        return new LogStep(activity.Act, node, activity.Outcome ?? (map.OutcomeKey is { } key ? happened[key]?.Word : null));
    }

    private static string? Unit(XesEvent happened, LogMap map) =>
        map.UnitKey is { } key && happened[key] is { Text.Length: > 0 } unit && !map.NoUnit.Contains(unit.Text) ? unit.Text : null;
}
