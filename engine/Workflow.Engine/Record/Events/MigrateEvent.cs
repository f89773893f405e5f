using System.Collections.Immutable;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A running case was moved to another definition. Clocks that its rules move follow in the same entry, each with its date before.</summary>
public sealed record CaseMigrated : CaseEvent
{
    /// <summary>The digest of the definition before.</summary>
    public required string From { get; init; }

    /// <summary>The digest of the definition from now on.</summary>
    public required string To { get; init; }

    /// <summary>The organisation behind each office's short name: what was known stands, offices new in the definition are added.</summary>
    public required ImmutableSortedDictionary<string, string> Offices { get; init; }

    /// <summary>The new key of each step whose key changes, superseded runs included.</summary>
    public ImmutableSortedDictionary<string, string> Steps { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The new id of each outcome that changes, by <c>step.outcome</c> as they were called before.</summary>
    public ImmutableSortedDictionary<string, string> Outcomes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The finished steps that the new definition does not have, by their key before: they are history.</summary>
    public ImmutableArray<string> Gone { get; init; } = [];

    /// <summary>The open steps, by their new key, at which others may act from now on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Entitlement>> Entitled { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<Entitlement>>.Empty;

    /// <summary>The clocks that change their name or that of the step behind a pause; no date changes here.</summary>
    public ImmutableArray<RenamedClock> Clocks { get; init; } = [];

    /// <summary>The authorisation.</summary>
    public required string Document { get; init; }

    /// <summary>Why.</summary>
    public required string Reasons { get; init; }

    /// <summary>Who decided so.</summary>
    public required string By { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A clock under its new name.</summary>
/// <param name="Was">Its id before.</param>
/// <param name="Clock">The clock.</param>
public sealed record RenamedClock(string Was, ClockState Clock);
