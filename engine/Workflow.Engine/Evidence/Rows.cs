using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>A row of the due list: a clock that is open. The sweep reads those whose <see cref="FiresAt"/> is past.</summary>
public sealed record ClockRow(
    string Case,
    string Clock,
    string? Step,
    string Status,
    DateTimeOffset? FiresAt,
    DateOnly YellowFrom,
    DateOnly DueOn,
    DateTimeOffset DueAt,
    bool Provisional,
    bool Paused,
    bool AwaitsCalendar,
    string Calendar
);

/// <summary>
/// A row of the inbox: an entitlement to an open step, with what its limit's colour depends on. Colours
/// (<see cref="Lamps"/>) and deputies are joined when it is read.
/// </summary>
public sealed record InboxRow(
    string Case,
    string Step,
    string Entitlement,
    string? Organisation,
    string? Role,
    string? Person,
    string? ClaimedBy,
    DateOnly OpenedOn,
    DateOnly? YellowFrom,
    DateOnly? DueOn,
    bool Paused,
    bool Overdue = false,
    bool Floor = false
);

/// <summary>A message for the relay: an event that people must hear of. Its case, entry and place name the event; the text is the ledger's own.</summary>
public sealed record OutboxRow(string Case, long Entry, int Place, string Kind);

/// <summary>A command for another case, run by the sweep through the one door with its name as idempotency key.</summary>
/// <param name="Case">The causing case.</param>
/// <param name="Entry">The causing entry.</param>
/// <param name="Place">The place in that entry.</param>
/// <param name="Target">The other case's number; null to open one.</param>
/// <param name="Actor">Who acts: a rule.</param>
/// <param name="Command">The command's JSON.</param>
public sealed record PendingRow(string Case, long Entry, int Place, string? Target, Actor Actor, string Command);
