using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Evidence;

/// <summary>A row of the due list: a clock that is open. The sweep reads those whose <see cref="FiresAt"/> is past.</summary>
public sealed record ClockRow(string Case, string Clock, string? Step, string Status, DateTimeOffset? FiresAt, DateOnly YellowFrom, DateOnly DueOn, DateTimeOffset DueAt, bool Provisional, bool Paused, bool AwaitsCalendar, string Calendar);

/// <summary>
/// A row of the inbox: an entitlement to an open step, with what its limit's colour depends on. Colours
/// (<see cref="Lamps"/>) and deputies are joined when it is read.
/// </summary>
public sealed record InboxRow(string Case, string Step, string Entitlement, string? Organisation, string? Role, string? Person, string? ClaimedBy, DateOnly OpenedOn, DateOnly? YellowFrom, DateOnly? DueOn, bool Paused, bool Overdue = false, bool Floor = false);

/// <summary>A message for the relay: an event that people must hear of. Its case, entry and place name the event; the text is the ledger's own.</summary>
public sealed record OutboxRow(string Case, long Entry, int Place, string Kind);

/// <summary>A command for another case, run by the sweep through the one door with its name as idempotency key.</summary>
/// <param name="Case">The causing case.</param>
/// <param name="Entry">The causing entry.</param>
/// <param name="Place">The place in that entry.</param>
/// <param name="Target">The other case's number; null to open one.</param>
/// <param name="Actor">Who acts: a rule.</param>
/// <param name="Command">The command's JSON.</param>
public sealed record PendingRow(string Case, long Entry, int Place, string? Target, string Actor, string Command);

/// <summary>The rows that a case's state has: clock rows and inbox rows are functions of the state, messages of the events.</summary>
public static class CaseRows
{
    /// <summary>Returns for whom a case is, as <c>person ID</c> and <c>office ID</c>: its parties, the organisations that take part, and who was sent a copy.</summary>
    public static ImmutableSortedSet<string> Viewers(CaseState state) =>
        [.. state.Parties.Select(p => $"person {p.Person}"), .. state.Offices.Values.Select(o => $"office {o}"), .. state.Informed.Select(p => $"person {p}")];

    /// <summary>Returns the clock rows in the order of their ids.</summary>
    public static ImmutableArray<ClockRow> Clocks(CaseState state) =>
        [.. state.Clocks.Values.Where(c => c.IsOpen).Select(c => new ClockRow(
            state.Number, c.Id, c.Step, c.Status.ToString(), c.FiresAt, c.YellowFrom, c.DueOn, c.DueAt, c.Provisional, c.IsPaused, c.AwaitsCalendar, c.Calendar))];

    /// <summary>Returns the inbox rows: for each open step each entitlement that still has to act.</summary>
    public static ImmutableArray<InboxRow> Inbox(PublishedProcess process, CaseState state) =>
        [.. state.Steps.Values.Where(s => s.Status == StepStatus.Open && process.IsTask(s.Key)).SelectMany(s => Turns.Waiting(process, s).Select(e => Row(state, s, e)))];

    /// <summary>Returns the messages of an entry. Of a case that was taken over people hear that it was; what had happened before they heard there.</summary>
    public static ImmutableArray<OutboxRow> Outbox(CaseState after, IReadOnlyList<CaseEvent> events) =>
        [.. events.Select((e, i) => (Event: e, Place: i)).Where(x => events[0] is CaseAdopted ? x.Event is CaseAdopted or ClockExpired : IsTold(x.Event)).Select(x =>
            new OutboxRow(after.Number, after.Entries, x.Place, Kind(x.Event)))];

    /// <summary>Returns the commands that an entry causes in other cases.</summary>
    public static ImmutableArray<PendingRow> Pending(CaseState after, IReadOnlyList<CaseEvent> events) =>
        [.. events.Select((e, i) => Consequence(after, e, i)).OfType<PendingRow>()];

    private static InboxRow Row(CaseState state, StepState step, Entitlement who)
    {
        // Who has a limit of their own works by that; the others by the step's.
        var clock = state.Clocks.Values.Where(c => c.IsOpen && c.Step == step.Key && (c.Participant is null || c.Participant == who.Key)).MaxBy(c => c.Participant is not null);
        return new InboxRow(state.Number, step.Key, who.Key, who.Organisation, who.Role, who.Person, step.ClaimedBy, step.OpenedOn, clock?.YellowFrom, clock?.DueOn,
            clock?.IsPaused ?? false, clock?.Status == ClockStatus.Overdue, clock?.Kind == LimitKind.AtLeast);
    }

    private static bool IsTold(CaseEvent e) => e is CaseLodged or CaseAdopted or DocumentIssued or DocumentServed or CopySent or ClockExpired or ClockEscalated or ClockAwaitsCalendar or ClockLifted or CaseConcluded
        or StepAssigned or SideAsked or SideReplied or StepTransferred or Urged or Supervised or CaseSuspended or CaseResumed or CaseRevoked or CaseReopened or FormCorrected or SilenceCorrected or CaseMigrated
        || (e is ClockMoved { Cause: not ClockCause.Clamp } moved && (moved.Was != moved.Clock.DueOn || moved.Cause != ClockCause.Calendar));

    private static string Kind(CaseEvent e) => e switch
    {
        CaseLodged => "case.lodged",
        DocumentIssued => "document.issued",
        DocumentServed => "document.served",
        CopySent => "copy.sent",
        ClockExpired => "clock.expired",
        ClockEscalated => "clock.escalated",
        ClockAwaitsCalendar => "clock.awaits-calendar",
        ClockLifted => "clock.lifted",
        ClockMoved => "clock.moved",
        StepAssigned => "step.assigned",
        SideAsked => "side.asked",
        SideReplied => "side.replied",
        StepTransferred => "step.transferred",
        Urged => "case.urged",
        Supervised => "case.supervised",
        CaseSuspended => "case.suspended",
        CaseResumed => "case.resumed",
        CaseRevoked => "case.revoked",
        CaseReopened => "case.reopened",
        FormCorrected => "form.corrected",
        SilenceCorrected => "silence.corrected",
        CaseMigrated => "case.migrated",
        CaseAdopted => "case.adopted",
        _ => "case.concluded",
    };

    private static PendingRow? Consequence(CaseState after, CaseEvent e, int place) => e switch
    {
        CaseCalled c => new PendingRow(after.Number, after.Entries, place, null, Stamp.Rule(c.Step), LedgerJson.Write((CaseCommand)c.Lodge)),
        CaseLodged { Parent: { } caller } => new PendingRow(after.Number, after.Entries, place, caller.Case, Stamp.Rule(after.Process), LedgerJson.Write((CaseCommand)new NameCalled(caller.Step, caller.Run ?? 1, after.Number))),
        CallAbandoned { Case: { } called } c => new PendingRow(after.Number, after.Entries, place, called, Stamp.Rule(c.Step), LedgerJson.Write((CaseCommand)new Terminate { NotAwaitedBy = after.Number })),
        CaseConcluded c when after.Parent is { } parent => new PendingRow(after.Number, after.Entries, place, parent.Case, Stamp.Rule(after.Process),
            LedgerJson.Write((CaseCommand)new Complete { Step = parent.Step, Outcome = c.Result, Run = parent.Run })),
        _ => null,
    };
}
