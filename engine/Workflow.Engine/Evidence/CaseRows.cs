using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>The rows that a case's state has: clock rows and inbox rows are functions of the state, messages of the events.</summary>
public static class CaseRows
{
    /// <summary>
    /// Returns for whom a case is, each once, in the order of their texts: its parties, the organisations that take part, and as a
    /// person who was sent a copy, and who lodged it in the name of an office.
    /// </summary>
    public static ImmutableArray<Recipient> Viewers(CaseState state)
    {
        IEnumerable<Recipient> all =
        [
            .. state.Parties.Where(p => !VisitorId.Is(p.Person)).Select(OfParty),
            .. state.Offices.Values.Select(Recipient.Office),
            .. state.Informed.Select(Recipient.Person),
        ];
        return [.. all.Distinct().OrderBy(v => v.Written, StringComparer.Ordinal)];
    }

    private static Recipient OfParty(PartyEntry party) =>
        party.ForOffice is true ? Recipient.Person(party.Person) : Recipient.Party(party.Person);

    /// <summary>Returns the clock rows in the order of their ids.</summary>
    public static ImmutableArray<ClockRow> Clocks(CaseState state) =>
        [.. state.Clocks.Values.Where(c => c.IsOpen).Select(c => Row(state, c))];

    /// <summary>Returns the inbox rows: for each open step each entitlement that still has to act.</summary>
    public static ImmutableArray<InboxRow> Inbox(PublishedProcess process, CaseState state) =>
        [.. state.OpenTasks(process).SelectMany(s => Turns.Waiting(process, s).Select(e => Row(state, s, e)))];

    /// <summary>Whether a task waits for a person that day: theirs by name, or their post's where nobody has it in hand, or only somebody who has left.</summary>
    /// <param name="row">The task.</param>
    /// <param name="person">The person, as the register knows them that day.</param>
    /// <param name="known">Anybody, as the register knows them that day; null where it does not.</param>
    public static bool WaitsFor(InboxRow row, PersonFact person, Func<string, PersonFact?> known)
    {
        var waited = new Entitlement(row.Entitlement, row.Organisation, row.Role, row.Person);
        var posts = waited with { Person = null };
        if (
            row.Person is { } named
            && row.Organisation is not null
            && (VisitorId.Is(named) || known(named) is { } there && !waited.IsOfOffice(there))
        )
            waited = posts;
        return waited.Admits(person)
            && (
                row.ClaimedBy is not { } holder
                || row.Organisation is null && row.Person is not null // What a party has to do is no less theirs when another has taken it.
                || holder == person.Id
                || known(holder) is { } held && row.Organisation is not null && !posts.IsOfOffice(held)
            );
    }

    /// <summary>Returns the messages of an entry. An adopted case sends one message, that it was adopted; the other system has announced the rest.</summary>
    public static ImmutableArray<OutboxRow> Outbox(CaseState after, IReadOnlyList<CaseEvent> events)
    {
        Func<CaseEvent, bool> isTold = events[0] is CaseAdopted ? e => e is CaseAdopted or ClockExpired : Announcements.IsTold;
        return
        [
            .. events
                .Select((e, i) => (Event: e, Place: i))
                .Where(x => isTold(x.Event))
                .Select(x => new OutboxRow(after.Number, after.Entries, x.Place, LedgerJson.NameOf(x.Event))),
        ];
    }

    /// <summary>Returns the commands that an entry causes in other cases.</summary>
    public static ImmutableArray<PendingRow> Pending(CaseState after, IReadOnlyList<CaseEvent> events) =>
        [.. events.Select((e, i) => Consequences.Of(after, e, i)).OfType<PendingRow>()];

    private static ClockRow Row(CaseState state, ClockState c) =>
        new(
            state.Number,
            c.Id,
            c.Step,
            c.Status.ToString(),
            c.FiresAt,
            c.YellowFrom,
            c.DueOn,
            c.DueAt,
            c.Provisional,
            c.IsPaused,
            c.AwaitsCalendar,
            c.Calendar
        );

    private static InboxRow Row(CaseState state, StepState step, Entitlement who)
    {
        var (clock, post) = (LimitOf(state, step, who), PostOf(state, who));
        return new InboxRow(
            state.Number,
            step.Key,
            who.Key,
            post?.Organisation ?? who.Organisation,
            post?.Role ?? who.Role,
            who.Person,
            step.ClaimedBy,
            step.OpenedOn,
            clock?.YellowFrom,
            clock?.DueOn,
            Paused: clock?.IsPaused ?? false,
            Overdue: clock?.Status == ClockStatus.Overdue,
            Floor: clock?.Kind == LimitKind.AtLeast
        );
    }

    // What waits for a visitor waits for the window that took them in, by paper.
    private static Post? PostOf(CaseState state, Entitlement who) =>
        VisitorId.Is(who.Person) ? state.Parties.FirstOrDefault(p => p.Person == who.Person)?.Window : null;

    // Who has a limit of their own works by that; the others by the step's.
    private static ClockState? LimitOf(CaseState state, StepState step, Entitlement who) =>
        state
            .Clocks.Values.Where(c => c.IsOpen && c.Step == step.Key && (c.Participant is null || c.Participant == who.Key))
            .MaxBy(c => c.Participant is not null);
}
