using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Processes;

/// <summary>A clock, of the case or of a step: one shape.</summary>
public sealed record ClockRule : ITitled
{
    /// <summary>Id: unique among the clocks; for a step's limit the step's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people see.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>The limits; the first whose condition holds when the clock starts. At least one.</summary>
    public required ImmutableArray<LimitRule> Limits { get; init; }

    /// <summary>The moments that start it; with several, the last that is marked (that is restart). Empty for a step's limit: the day the step opens.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>The moments that stop it, the first that is marked. Empty for a step's limit: the end of the step.</summary>
    public ImmutableArray<string> Until { get; init; } = [];

    /// <summary>The grounds that do not count.</summary>
    public ImmutableArray<string> NotCounted { get; init; } = [];

    /// <summary>The extensions that the rule allows.</summary>
    public ImmutableArray<ExtensionRule> Extensions { get; init; } = [];

    /// <summary>The shorter period that the office promised; its own lamp. Null for none.</summary>
    public Period? Promise { get; init; }

    /// <summary>The share of the limit that an office may use, counted while its steps are open; its own lamp.</summary>
    public ImmutableSortedDictionary<string, Period> Shares { get; init; } = ImmutableSortedDictionary<string, Period>.Empty;

    /// <summary>What happens when the last day is no working day.</summary>
    public RollRule Roll { get; init; } = RollRule.None;

    /// <summary>For <see cref="RollRule.Tax"/>: the rest that prolongs it, by the law in force when the definition was read; null for any other rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LongRest? LongRest { get; init; }

    /// <summary>How long before the end the lamp turns yellow; null for the larger of one working day and a fifth of the limit.</summary>
    public Period? Yellow { get; init; }

    /// <summary>Who is told, before or after the due day, in order of time.</summary>
    public ImmutableArray<EscalationRule> Escalations { get; init; } = [];

    /// <summary>The outcome of the step that the rule runs at the end; null for overdue.</summary>
    public string? OnExpiry { get; init; }

    /// <summary>The day on which an outcome run by the rule takes effect.</summary>
    public AsOf AsOf { get; init; } = AsOf.Due;

    /// <summary>The rule's source.</summary>
    public required LegalBasis Basis { get; init; }
}

/// <summary>One limit of a clock.</summary>
public sealed record LimitRule
{
    /// <summary>When it holds; null always.</summary>
    public Expression? When { get; init; }

    /// <summary>What the period means.</summary>
    public LimitKind Kind { get; init; } = LimitKind.For;

    /// <summary>The period; null for <see cref="LimitKind.At"/>.</summary>
    public Period? Period { get; init; }

    /// <summary>For <see cref="LimitKind.UpTo"/>: the number field, of a step or of the form, in which the office sets the length; null where nobody does.</summary>
    public Expression? SetBy { get; init; }

    /// <summary>The law that sets this limit; null where that of the clock does.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>The day for <see cref="LimitKind.Before"/> and <see cref="LimitKind.At"/>, null for At where it is the day the clock starts; otherwise null.</summary>
    public Expression? Day { get; init; }
}

/// <summary>What a limit's period means.</summary>
public enum LimitKind
{
    /// <summary>Ends so long after the start.</summary>
    For,

    /// <summary>As <see cref="For"/>, but the office may set a shorter one; the whole period until it has.</summary>
    UpTo,

    /// <summary>A floor: may not end sooner; opens at the start of the day after its last day.</summary>
    AtLeast,

    /// <summary>Ends so long before a day.</summary>
    Before,

    /// <summary>Ends on a day.</summary>
    At,
}

/// <summary>An extension that the rule allows.</summary>
public sealed record ExtensionRule
{
    /// <summary>How long, or how long at most when <see cref="UpTo"/>.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether the approver may give less.</summary>
    public bool UpTo { get; init; }

    /// <summary>How often; at least 1.</summary>
    public int AtMost { get; init; } = 1;

    /// <summary>Who approves; null where several decide it together.</summary>
    public Assignee? Approver { get; init; }

    /// <summary>The outcome of a joint review on which it rests; null where one person approves.</summary>
    public CollectiveDecision? Collective { get; init; }

    /// <summary>The document told to the party; null for none.</summary>
    public string? Issues { get; init; }

    /// <summary>Whether the promise moves too.</summary>
    public bool MovesPromise { get; init; }
}

/// <summary>What several decide together.</summary>
/// <param name="Step">The id of the joint review.</param>
/// <param name="Outcome">The outcome that grants it.</param>
public sealed record CollectiveDecision(string Step, string Outcome);

/// <summary>Who is told, and when.</summary>
/// <param name="To">Who.</param>
/// <param name="Offset">How long before or after the due day; null for as soon as it is overdue.</param>
/// <param name="Before">Whether the offset lies before the due day.</param>
public sealed record EscalationRule(Assignee To, Period? Offset = null, bool Before = false);

/// <summary>The day on which a rule's outcome takes effect.</summary>
public enum AsOf
{
    /// <summary>The last day of the period.</summary>
    Due,

    /// <summary>The day the period started from, as where an application counts as accepted on the day it came in.</summary>
    Start,
}
