using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>Judges the cases of a log by a definition, one at a time. The same order of steps is aligned once. One caller at a time.</summary>
public sealed class CaseJudge
{
    // Logs repeat themselves: a few hundred orders of steps make up nearly all cases. Beyond this many each is aligned anew.
    private const int MostKept = 20_000;

    private readonly LogMap _map;
    private readonly ProcessModel _model;
    private readonly Alignment _alignment;
    private readonly ClockJudge _clocks;
    private readonly StepJudge _steps;
    private readonly UnitJudge _units;
    private readonly Dictionary<string, CaseAlignment> _known = new(StringComparer.Ordinal);

    /// <summary>Makes a judge.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="map">How the log is read.</param>
    /// <param name="calendar">The calendar of the clocks; its zone is the map's.</param>
    public CaseJudge(ProcessDefinition definition, LogMap map, WorkCalendar calendar)
        : this(definition, map, calendar, Alignment.Effort) { }

    internal CaseJudge(ProcessDefinition definition, LogMap map, WorkCalendar calendar, int effort)
    {
        (_map, _model) = (map, new ProcessModel(definition));
        _alignment = new Alignment(_model, map.Unrecorded, effort);
        _clocks = new ClockJudge(definition, map, calendar);
        _steps = new StepJudge(map, calendar);
        _units = new UnitJudge(map);
    }

    /// <summary>Judges one case.</summary>
    /// <param name="trace">The case.</param>
    /// <param name="place">Its place in the log, from 1: its name where it has no number.</param>
    public CaseVerdict Judge(XesTrace trace, long place)
    {
        var events = new TraceEvents(trace, _map, _model);
        var endedAt = Day(trace, _map.EndedKey);
        ImmutableSortedSet<string> absent = [.. _map.Parties.Where(p => trace[p.Value] is null).Select(p => p.Key)];
        var alignment = Align([.. events.Judged.Select(j => j.Step)], endedAt is not null, absent);
        var hasEnded = _map.EndedKey is null ? alignment.HasEnded : endedAt is not null;
        var endedOn = hasEnded ? endedAt ?? events.LastOn : null;
        var order = Order(trace, place, events, alignment) with { HasEnded = hasEnded, EndedOn = endedOn };
        return Days(trace, events, alignment, order);
    }

    // What the order of the steps shows.
    private CaseVerdict Order(XesTrace trace, long place, TraceEvents events, CaseAlignment alignment)
    {
        var deviations = Deviations.Of(alignment);
        var (units, wrong) = _units.Count(events.Judged);
        return new CaseVerdict
        {
            Number = NumberOf(trace, place),
            At = trace.At,
            HasEnded = alignment.HasEnded,
            Activities = events.Names,
            IsReordered = events.IsReordered,
            Events = Counts(events, alignment, deviations),
            Deviations = [.. deviations, .. Unknown(events)],
            Units = units,
            WrongUnits = wrong,
            IsExact = alignment.IsExact,
        };
    }

    private string NumberOf(XesTrace trace, long place) => trace[_map.CaseKey] is { Text.Length: > 0 } number ? number.Text : $"#{place}";

    private static IEnumerable<Deviation> Unknown(TraceEvents events) =>
        events.Unknown.Select(name => new Deviation(DeviationKind.Unknown, name));

    // What the days show.
    private CaseVerdict Days(XesTrace trace, TraceEvents events, CaseAlignment alignment, CaseVerdict verdict)
    {
        var clocks = _clocks.Judge(Moments(trace, events, alignment), key => Day(trace, key), verdict.HasEnded, verdict.EndedOn);
        return verdict with
        {
            BegunOn = clocks.Select(c => c.StartOn).FirstOrDefault(d => d is not null) ?? events.FirstOn,
            LastOn = events.LastOn,
            Clocks = clocks,
            Steps = _steps.Judge(alignment, events.Judged, moment => Day(trace, _map.Moments.GetValueOrDefault(moment))),
        };
    }

    private CaseAlignment Align(IReadOnlyList<LogStep> steps, bool mustEnd, ImmutableSortedSet<string> absent)
    {
        var key = $"{mustEnd}|{string.Join(',', absent)}|{string.Join('|', steps.Select(s => s.Key))}";
        if (_known.TryGetValue(key, out var known))
            return known;
        var found = _alignment.Find(steps, mustEnd, absent);
        if (_known.Count < MostKept)
            _known[key] = found;
        return found;
    }

    // What the log says of a moment holds; else the day of the step that marked it last.
    private Dictionary<string, DateOnly> Moments(XesTrace trace, TraceEvents events, CaseAlignment alignment)
    {
        var found = Marked(events, alignment);
        foreach (var (moment, attribute) in _map.Moments)
            if (Day(trace, attribute) is { } day)
                found[moment] = day;
        return found;
    }

    private static Dictionary<string, DateOnly> Marked(TraceEvents events, CaseAlignment alignment)
    {
        var found = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var move in alignment.Moves)
            StepJudge.Mark(move, events.Judged, found);
        return found;
    }

    private DateOnly? Day(XesTrace trace, string? key) =>
        key is not null && trace[key]?.Moment(_map.Zone) is { } at ? TraceEvents.DayOf(at, _map.Zone) : null;

    private static EventCounts Counts(TraceEvents events, CaseAlignment alignment, IReadOnlyList<Deviation> deviations) =>
        new(
            alignment.Moves.Count(m => m.Kind == MoveKind.Matched),
            deviations.Count(d => d.Kind == DeviationKind.Repeated),
            deviations.Count(d => d.Kind == DeviationKind.OutOfOrder),
            events.Unknown.Length,
            events.Ignored,
            events.OtherTransition
        );
}
