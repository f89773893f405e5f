using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.Values;

/// <summary>Where a clock stands.</summary>
public enum ClockStatus
{
    /// <summary>It runs, or is paused.</summary>
    Running,

    /// <summary>Its last day is past and it still runs.</summary>
    Overdue,

    /// <summary>Its last day passed and its rule ran an outcome.</summary>
    Elapsed,

    /// <summary>What it waited for has happened.</summary>
    Stopped,
}

/// <summary>One span that does not count, from a step's ground or from a notice.</summary>
/// <param name="Step">The key of the step that causes it; null for a pause by notice.</param>
/// <param name="Ground">The ground of the rule.</param>
/// <param name="From">The from-day; it still counts.</param>
/// <param name="To">The to-day; it does not count any more. Null while open.</param>
/// <param name="FromAt">The instant for clocks in hours, included.</param>
/// <param name="ToAt">The instant for clocks in hours, excluded; null while open.</param>
/// <param name="Document">The notice; null where the step itself is the notice.</param>
public sealed record Pause(
    string? Step,
    string Ground,
    DateOnly From,
    DateOnly? To,
    DateTimeOffset FromAt,
    DateTimeOffset? ToAt,
    string? Document
)
{
    /// <summary>Whether nobody has ended it yet.</summary>
    [JsonIgnore]
    public bool IsOpen => To is null;

    /// <summary>Whether a notice tells the party of it, and not the task of a step.</summary>
    [JsonIgnore]
    public bool IsByNotice => Step is null;

    /// <summary>Whether it is the same pause, whatever is known of its end.</summary>
    public bool IsSameAs(Pause other) => (Step, Document, Ground, From) == (other.Step, other.Document, other.Ground, other.From);
}

/// <summary>An extension that was granted.</summary>
/// <param name="By">How long.</param>
/// <param name="Approver">The natural person who approved.</param>
/// <param name="GrantedOn">The effective day.</param>
/// <param name="Reasons">Why.</param>
/// <param name="MovesPromise">Whether the promise moves too.</param>
public sealed record Extension(Period By, string Approver, DateOnly GrantedOn, string Reasons, bool MovesPromise)
{
    /// <summary>The collective decision on which it rests; the person named then only recorded it. Null where that person approved.</summary>
    public DecidedTogether? Decided { get; init; }
}

/// <summary>The result of a joint review on which something rests.</summary>
/// <param name="Step">The joint's key.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Outcome">The result.</param>
/// <param name="On">Its effective day.</param>
public sealed record DecidedTogether(string Step, int Run, string Outcome, DateOnly On);

/// <summary>
/// A clock of a case: the dated facts it stands on, and the conclusions drawn from them when the last of them changed.
/// Nobody edits the date; it is derived again whenever a fact changes.
/// </summary>
public sealed record ClockState
{
    /// <summary>Id in the case: the rule's id, or step and instance as <c>acceptance#2</c>, with the participant as <c>review/planning.officer#2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the rule in the definition: a case clock's, or the step's whose limit it is.</summary>
    public required string Rule { get; init; }

    /// <summary>The key of the step whose limit it is; null for a clock of the case.</summary>
    public string? Step { get; init; }

    /// <summary>The key of the participant of the joint review whose own limit it is; null for any other clock.</summary>
    public string? Participant { get; init; }

    /// <summary>The material whose promise it counts; null for any other clock.</summary>
    public string? Material { get; init; }

    /// <summary>What the period means.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>The base period; null where the limit is a day.</summary>
    public Period? Period { get; init; }

    /// <summary>The law that sets the limit, where the rule has several limits with their own; null where that of the rule does.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>Day 0: the day of the starting act, or for <see cref="LimitKind.Before"/> and <see cref="LimitKind.At"/> the day aimed at.</summary>
    public required DateOnly StartDay { get; init; }

    /// <summary>The moment of the starting act, for hours.</summary>
    public required DateTimeOffset StartAt { get; init; }

    /// <summary>The spans that do not count, in the order they were told.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>The extensions granted, in order.</summary>
    public ImmutableArray<Extension> Extensions { get; init; } = [];

    /// <summary>The last-day rule.</summary>
    public RollRule Roll { get; init; } = RollRule.None;

    /// <summary>For <see cref="RollRule.Tax"/>: the rest that prolongs it; null for any other rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LongRest? LongRest { get; init; }

    /// <summary>The digest of the calendar that the conclusions stand on.</summary>
    public required string Calendar { get; init; }

    /// <summary>Conclusion: the last day, included.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Conclusion: the instant at which it is past; excluded.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Conclusion: whether a day beyond the published calendar was counted.</summary>
    public bool Provisional { get; init; }

    /// <summary>Conclusion: the clock whose end is nearer and therefore holds for this office's limit; null for none.</summary>
    public string? ClampedBy { get; init; }

    /// <summary>Conclusion: the first day on which the lamp is yellow.</summary>
    public required DateOnly YellowFrom { get; init; }

    /// <summary>Conclusion: the last day of the promise, included; null without one.</summary>
    public DateOnly? PromiseOn { get; init; }

    /// <summary>Conclusion: units left when it was paused; null while it runs, and when the pause came too late to move it.</summary>
    public int? Left { get; init; }

    /// <summary>Where it stands.</summary>
    public ClockStatus Status { get; init; } = ClockStatus.Running;

    /// <summary>The next instant at which something falls due on it: a stage or its end. Null when nothing does.</summary>
    public DateTimeOffset? FiresAt { get; init; }

    /// <summary>The escalation stages that have fired, by their place in the rule.</summary>
    public ImmutableArray<int> Fired { get; init; } = [];

    /// <summary>Whether an outcome by its rule waits for the calendar to be published.</summary>
    public bool AwaitsCalendar { get; init; }

    /// <summary>The effective day on which it stopped or elapsed; null while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it counts the whole case: no step's, and no promise's.</summary>
    [JsonIgnore]
    public bool IsOfCase => Step is null && Material is null;

    /// <summary>Whether somebody still waits for it.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is ClockStatus.Running or ClockStatus.Overdue;

    /// <summary>Whether it is open and stands still: it then has units left, and no date.</summary>
    [JsonIgnore]
    public bool IsPaused => IsOpen && Left is not null;

    /// <summary>The whole period: the base and every extension. Null where the limit is a day.</summary>
    [JsonIgnore]
    public Period? Total => Period is null ? null : Extensions.Aggregate(Period, (sum, e) => sum.Plus(e.By));
}
