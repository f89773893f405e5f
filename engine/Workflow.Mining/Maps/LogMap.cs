using System.Collections.Immutable;
using Workflow.Mining.Logs;

namespace Workflow.Mining.Maps;

/// <summary>How the log of another system is read as cases of one of our processes: their words on one side, our names on the other.</summary>
public sealed record LogMap
{
    /// <summary>The process of ours that the cases are judged by.</summary>
    public required string Process { get; init; }

    /// <summary>Their attribute of a case that names its process, in a log of several. Null for a log of one.</summary>
    public string? ProcessKey { get; init; }

    /// <summary>The values of <see cref="ProcessKey"/> whose cases are of <see cref="Process"/>; without meaning where that is null.</summary>
    public ImmutableHashSet<string> ProcessValues { get; init; } = [];

    /// <summary>Their attribute of a case that holds its number.</summary>
    public string CaseKey { get; init; } = "concept:name";

    /// <summary>Their attribute of an event that holds its activity.</summary>
    public string ActivityKey { get; init; } = "concept:name";

    /// <summary>Whether an event without an activity says nothing about the order, as in a log of our own; otherwise it is an unknown activity.</summary>
    public bool MayLackActivity { get; init; }

    /// <summary>Their attribute of an event that holds its moment.</summary>
    public string TimeKey { get; init; } = "time:timestamp";

    /// <summary>The zone that turns moments into days, and that of moments written without one.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Their attribute of an event that holds its transition.</summary>
    public string TransitionKey { get; init; } = "lifecycle:transition";

    /// <summary>The transitions that are judged, in lower case; empty for all. An event without a transition is always judged.</summary>
    public ImmutableHashSet<string> Transitions { get; init; } = [];

    /// <summary>Their attribute of an event that names one of our outcomes; null for none.</summary>
    public string? OutcomeKey { get; init; }

    /// <summary>Their attribute of an event that names the unit that acted; null for none.</summary>
    public string? UnitKey { get; init; }

    /// <summary>Values of it that say nothing.</summary>
    public ImmutableHashSet<string> NoUnit { get; init; } = [];

    /// <summary>Their units that act for an office of ours, by its short name.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Units { get; init; } =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>What each of their activities is to us.</summary>
    public ImmutableDictionary<string, MappedActivity> Activities { get; init; } = ImmutableDictionary<string, MappedActivity>.Empty;

    /// <summary>Activities that are none of the process.</summary>
    public ImmutableHashSet<string> Ignored { get; init; } = [];

    /// <summary>Steps of ours that their system does not record: nobody misses them.</summary>
    public ImmutableHashSet<string> Unrecorded { get; init; } = [];

    /// <summary>Their attribute of a case that holds the day of a moment of ours.</summary>
    public ImmutableSortedDictionary<string, string> Moments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Their attribute of a case that holds when it ended; null where only the order of steps tells.</summary>
    public string? EndedKey { get; init; }

    /// <summary>The dates that their log carries for a clock of ours.</summary>
    public ImmutableSortedDictionary<string, CarriedDates> Clocks { get; init; } = ImmutableSortedDictionary<string, CarriedDates>.Empty;

    /// <summary>Every attribute whose date is used.</summary>
    public IEnumerable<string> DateKeys =>
        Moments
            .Values.Append(TimeKey)
            .Concat(Clocks.Values.SelectMany(c => new[] { c.Planned, c.Deadline }))
            .Append(EndedKey)
            .OfType<string>();

    /// <summary>Their attribute of a case that is there when it has a party of ours.</summary>
    public ImmutableSortedDictionary<string, string> Parties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What a case says of its process; null where it says nothing, and for a log of one process.</summary>
    public string? Said(XesTrace trace) => ProcessKey is { } key && trace[key] is { Text.Length: > 0 } said ? said.Text : null;

    /// <summary>Whether a case is of <see cref="Process"/>.</summary>
    public bool Takes(XesTrace trace) => ProcessKey is null || (Said(trace) is { } said && ProcessValues.Contains(said));
}

/// <summary>What an activity of theirs is to us.</summary>
/// <param name="Step">The step that it finishes; for <see cref="MappedAct.Return"/> the one gone back to; empty for <see cref="MappedAct.End"/>.</param>
/// <param name="Outcome">The outcome it gives; null where their log does not say, and then any fits.</param>
/// <param name="Act">What it does.</param>
public sealed record MappedActivity(string Step, string? Outcome = null, MappedAct Act = MappedAct.Finish);

/// <summary>What an activity does to a case.</summary>
public enum MappedAct
{
    /// <summary>It finishes a step.</summary>
    Finish,

    /// <summary>Somebody sends the case back to an earlier step by hand.</summary>
    Return,

    /// <summary>It ends the case wherever it stands.</summary>
    End,
}

/// <summary>Their attributes of a case that hold its dates for a clock of ours.</summary>
/// <param name="Planned">The end that was planned; null for none.</param>
/// <param name="Deadline">The last day; null for none.</param>
public sealed record CarriedDates(string? Planned, string? Deadline);
