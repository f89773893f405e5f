using System.Collections.Immutable;
using Workflow.Definitions.Syntax;

namespace Workflow.Mining.Conforming;

/// <summary>What the definition says of one case of a log.</summary>
public sealed record CaseVerdict
{
    /// <summary>Its number in their system; its place in the file where it has none.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands in the log.</summary>
    public required Position At { get; init; }

    /// <summary>The day of its first clock's start, else of its first event; null where neither has a moment.</summary>
    public DateOnly? BegunOn { get; init; }

    /// <summary>The day it ended; null while it is unfinished, or where the log does not say when.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The day of its last event; null without a moment.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>Whether it has ended: as the log says, else as the order of its steps shows.</summary>
    public required bool HasEnded { get; init; }

    /// <summary>Its judged activities in order, as they call them.</summary>
    public required ImmutableArray<string> Activities { get; init; }

    /// <summary>Whether its events were judged in another order than they stand in: by their moments.</summary>
    public bool IsReordered { get; init; }

    /// <summary>What became of its events; the counts add up to the events of the trace.</summary>
    public required EventCounts Events { get; init; }

    /// <summary>Where its order of steps departs from the definition; empty where it fits.</summary>
    public required ImmutableArray<Deviation> Deviations { get; init; }

    /// <summary>Who acted, against who should have.</summary>
    public required UnitCounts Units { get; init; }

    /// <summary>The steps done by a unit that acts for another office.</summary>
    public ImmutableArray<WrongUnit> WrongUnits { get; init; } = [];

    /// <summary>Its clocks, in the order of the definition.</summary>
    public ImmutableArray<ClockVerdict> Clocks { get; init; } = [];

    /// <summary>The runs of its steps that have a limit of their own, in the order of the log.</summary>
    public ImmutableArray<StepVerdict> Steps { get; init; } = [];

    /// <summary>Whether no cheaper explanation of its order exists; false when the search was cut short.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether its order of steps is one that the definition allows.</summary>
    public bool Fits => Deviations.IsEmpty;
}

/// <summary>What became of the events of a case, or of a log. Each event is in one of the counts.</summary>
/// <param name="Matched">It stands where the definition has it.</param>
/// <param name="Repeated">It does a step again where the definition does not have it again.</param>
/// <param name="OutOfOrder">It does a step at another place.</param>
/// <param name="Unknown">The map does not name its activity.</param>
/// <param name="Ignored">The map says that it is none of the process.</param>
/// <param name="OtherTransition">It tells another transition than those judged, such as a start.</param>
public sealed record EventCounts(long Matched, long Repeated, long OutOfOrder, long Unknown, long Ignored, long OtherTransition)
{
    /// <summary>None.</summary>
    public static EventCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public long Total => Matched + Repeated + OutOfOrder + Unknown + Ignored + OtherTransition;

    /// <summary>Both together.</summary>
    public static EventCounts operator +(EventCounts a, EventCounts b) =>
        new(
            a.Matched + b.Matched,
            a.Repeated + b.Repeated,
            a.OutOfOrder + b.OutOfOrder,
            a.Unknown + b.Unknown,
            a.Ignored + b.Ignored,
            a.OtherTransition + b.OtherTransition
        );
}

/// <summary>Who did the steps of a case, or of a log. Each step done is in one of the counts.</summary>
/// <param name="Right">A unit of the office that the step names.</param>
/// <param name="Wrong">A unit of another.</param>
/// <param name="Unsaid">The log names no unit.</param>
/// <param name="NotAsked">The step names no office, or the map no unit of it.</param>
public sealed record UnitCounts(long Right, long Wrong, long Unsaid, long NotAsked)
{
    /// <summary>None.</summary>
    public static UnitCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public long Total => Right + Wrong + Unsaid + NotAsked;

    /// <summary>Both together.</summary>
    public static UnitCounts operator +(UnitCounts a, UnitCounts b) =>
        new(a.Right + b.Right, a.Wrong + b.Wrong, a.Unsaid + b.Unsaid, a.NotAsked + b.NotAsked);
}

/// <summary>A step done by a unit that acts for another office.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Unit">The unit as the log names it.</param>
public sealed record WrongUnit(string Step, string Unit);
