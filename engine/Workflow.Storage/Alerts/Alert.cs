using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Storage.Alerts;

/// <summary>How an alert was closed.</summary>
/// <param name="By">The person who dealt with it; null where nobody is named.</param>
/// <param name="At">When.</param>
/// <param name="Reasons">What came of it; null where nobody says.</param>
public sealed record AlertClosing(string? By, DateTimeOffset At, string? Reasons);

/// <summary>An alert as somebody closed it.</summary>
/// <param name="Closing">By whom, when and why.</param>
/// <param name="Message">What went wrong then.</param>
public sealed record ClosedAlert(AlertClosing Closing, Message Message);

/// <summary>Something a person must look at.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Stable code, one of <see cref="AlertKinds"/>.</param>
/// <param name="Case">The case; null for none.</param>
/// <param name="RaisedAt">When it was last raised.</param>
/// <param name="Message">What went wrong.</param>
public sealed record Alert(string Id, string Kind, string? Case, DateTimeOffset RaisedAt, Message Message)
{
    /// <summary>The clock that a rule ended late; null for other kinds.</summary>
    public string? Clock { get; init; }

    /// <summary>The legal day on which that took effect; null for other kinds.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day on which it was recorded; null for other kinds.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>How it was closed each time before it was raised anew, the oldest first; empty for one that is raised for the first time.</summary>
    public ImmutableArray<ClosedAlert> ClosedBefore { get; init; } = [];
}
