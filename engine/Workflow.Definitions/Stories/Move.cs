using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Deciding;

namespace Workflow.Definitions.Stories;

/// <summary>One dated line of a story: somebody acts, or only time passes; then what is expected is looked at.</summary>
public sealed record Move
{
    /// <summary>Where it stands.</summary>
    public required Position At { get; init; }

    /// <summary>The day in the authority's zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The time of that day; where only the day is written, when offices open.</summary>
    public TimeOnly Time { get; init; } = Opening;

    /// <summary>The story's own name of the case; empty where a story has one.</summary>
    public string Case { get; init; } = "";

    /// <summary>Who asks what; null where only time passes.</summary>
    public Request? Request { get; init; }

    /// <summary>The code with which the act must be refused; null where it must be accepted.</summary>
    public string? RefusedWith { get; init; }

    /// <summary>What must be true after it.</summary>
    public ImmutableArray<Expectation> Expect { get; init; } = [];

    /// <summary>When offices open.</summary>
    public static TimeOnly Opening { get; } = new(9, 0);
}

/// <summary>One thing that must be true.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Subject">What is looked at.</param>
/// <param name="Name">The step, clock, moment, document or person; null where there is only one.</param>
/// <param name="Value">What is expected, as written; several in order, joined by commas; <c>none</c> for nothing.</param>
public sealed record Expectation(Position At, ExpectedSubject Subject, string? Name, string Value);

/// <summary>What an expectation looks at.</summary>
public enum ExpectedSubject
{
    /// <summary>The open steps.</summary>
    Open,

    /// <summary>The outcome of a step.</summary>
    Done,

    /// <summary>The last day of a clock; <c>paused</c> while it stands still.</summary>
    Due,

    /// <summary>The last day of a clock's promise.</summary>
    Promise,

    /// <summary>Where a clock stands: running, paused, overdue, elapsed, stopped.</summary>
    Status,

    /// <summary>The lamp of a clock.</summary>
    Lamp,

    /// <summary>The units left of a clock that stands still.</summary>
    Left,

    /// <summary>The legal day of a moment.</summary>
    Moments,

    /// <summary>The numbers of the valid documents of a type.</summary>
    Documents,

    /// <summary>How many stages of a clock's escalation have fired.</summary>
    Escalated,

    /// <summary>The steps that wait for a person.</summary>
    Inbox,

    /// <summary>The case's result.</summary>
    Result,

    /// <summary>Where the case stands: open, concluded, closed.</summary>
    Stage,

    /// <summary>Who finished a step: a person, or a rule.</summary>
    By,

    /// <summary>How a material stands: received, missing, promised, returned, expired, shared.</summary>
    Materials,
}
