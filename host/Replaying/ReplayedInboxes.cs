using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Views;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Replaying;

/// <summary>A post or a person with an open task.</summary>
/// <param name="Who">The post, or the person, in words.</param>
/// <param name="Post">The post; null for a party and for somebody drawn in by name.</param>
/// <param name="Holders">Who held the post then; empty where neither record nor register names anybody.</param>
/// <param name="Tasks">The keys of the open steps.</param>
/// <param name="Actions">What they might do, with the reason why not.</param>
public sealed record ReplayedInbox(
    string Who,
    Post? Post,
    ImmutableArray<ReplayedHolder> Holders,
    ImmutableArray<string> Tasks,
    ImmutableArray<ActionView> Actions
);

/// <summary>Tells for whom tasks were open at a moment. Whoever held a post then, the post itself decides what its holder may do.</summary>
/// <param name="recorded">The case up to then.</param>
/// <param name="at">The moment.</param>
/// <param name="words">The language.</param>
/// <param name="register">Whose dates say who held a post then; null for the facts of the entries alone.</param>
internal sealed class ReplayedInboxes(RecordedCase recorded, DateTimeOffset at, Words words, Register? register)
{
    private readonly CaseWords _names = recorded.Names(words.Language);

    /// <summary>Everybody with an open task, or for a party that party alone.</summary>
    internal ImmutableArray<ReplayedInbox> For(Viewer? viewer) =>
        [
            .. CaseRows
                .Inbox(recorded.Process, recorded.State)
                .Where(r => viewer is not { IsOutside: true } || r.Person == viewer.Person)
                .GroupBy(r => (r.Organisation, r.Role, r.Person))
                .Select(One),
        ];

    private ReplayedInbox One(IEnumerable<InboxRow> rows)
    {
        var first = rows.First();
        var actions = AllowedActions.For(recorded.Process, recorded.State, Holder(first), at, recorded.LastCalendar);
        return new ReplayedInbox(
            Called(first),
            PostOf(first),
            Holders(first),
            [.. rows.Select(r => r.Step)],
            [.. actions.Select(o => ActionView.Of(register is null ? o : NamedPeople.In(o, register), words, null))]
        );
    }

    private ImmutableArray<ReplayedHolder> Holders(InboxRow row) =>
        PostOf(row) is { } post ? ReplayedHolder.Of(recorded, post, recorded.LastCalendar.DayOf(at), register) : [];

    private static Post? PostOf(InboxRow row) =>
        row is { Person: null, Organisation: { } organisation, Role: { } role } ? new Post(organisation, role) : null;

    // The guards ask for a person of the register. Whoever held a post then, the post itself decides what its holder may do.
    private PersonFact Holder(InboxRow row)
    {
        var name = (row.Person ?? row.ClaimedBy) is { } known ? _names.Name(known) : Called(row);
        return row.Person is { } person
            ? new PersonFact(person, name, [], [])
            : new PersonFact(row.ClaimedBy ?? row.Entitlement, name, [new Post(row.Organisation ?? "", row.Role!)], []);
    }

    private string Called(InboxRow row) => _names.Who(new Entitlement(row.Entitlement, row.Organisation, row.Role, row.Person));
}
