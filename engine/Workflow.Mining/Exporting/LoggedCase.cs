using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Exporting;

/// <summary>One case of our ledger, told for process mining.</summary>
public sealed record LoggedCase
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The definition it is bound to after its last entry.</summary>
    public required PublishedProcess Process { get; init; }

    /// <summary>How it stands after its last entry.</summary>
    public required CaseState State { get; init; }

    /// <summary>When its last entry that concluded it was recorded; null while it is open.</summary>
    public DateTimeOffset? ConcludedAt { get; init; }

    /// <summary>What happened, in order.</summary>
    public required ImmutableArray<LoggedEvent> Events { get; init; }
}

/// <summary>One event of it.</summary>
public sealed record LoggedEvent
{
    /// <summary>Its name in the ledger: case, entry and place.</summary>
    public required string Id { get; init; }

    /// <summary>What happened, as the ledger keeps it.</summary>
    public required CaseEvent Happened { get; init; }

    /// <summary>The stored name of what happened.</summary>
    public required string Kind { get; init; }

    /// <summary>What people call it: the step's title, the document's, the clock's.</summary>
    public required string Activity { get; init; }

    /// <summary>The transition in the standard lifecycle.</summary>
    public required string Transition { get; init; }

    /// <summary>The recorded moment, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who acted: a person as the register knows them, or <c>rule NAME</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>The role in which they acted, by the facts of the entry; null where those name none, and for rules.</summary>
    public string? Role { get; init; }

    /// <summary>The organisation whose post they held; null for a party, and where the role is.</summary>
    public string? Organisation { get; init; }

    /// <summary>Whose the step is, as the definition writes it: a post such as <c>aic.officer</c>, or a party; null where it names none.</summary>
    public string? Assigned { get; init; }

    /// <summary>The short name of the office whose step it is; null where it is none's.</summary>
    public string? Office { get; init; }

    /// <summary>The step it is about, with row and run; null for none.</summary>
    public string? Step { get; init; }

    /// <summary>The outcome it gives; null for none.</summary>
    public string? Outcome { get; init; }

    /// <summary>What it does to the order of steps, as <see cref="OwnLog.Act"/>; null for nothing.</summary>
    public string? Act { get; init; }
}
