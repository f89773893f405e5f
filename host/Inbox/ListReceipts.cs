using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Inbox;

/// <summary><c>GET /api/cases/{number}/receipts</c>: for everybody who was sent a copy, drawn in or urged, when they first and last read the case since. For the offices that take part, supervisors and auditors.</summary>
public static class ListReceipts
{
    /// <summary>A receipt. <c>FirstReadAt</c> is null while it is unread since <c>SentAt</c>; a post stands for each who held it that day.</summary>
    public sealed record ListedReceipt(
        string Person,
        string Name,
        string Why,
        string? Step,
        DateTimeOffset SentAt,
        DateTimeOffset? FirstReadAt,
        DateTimeOffset? LastReadAt,
        bool Unread
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/receipts", Handle)
            .OnDiskFirst(AccessKinds.Audited)
            .Answers<IReadOnlyList<ListedReceipt>>(
                "ListReceipts",
                "Evidence",
                "阅知回执 / When those who were sent a copy, drawn in or urged read the case"
            )
            .Tagged()
            .Refuses(403, 404);

    private static async Task<IReadOnlyList<ListedReceipt>> Handle(
        HttpContext context,
        string number,
        CaseReads cases,
        CaseReadings readings,
        AccessBatch batch,
        Register register,
        Today today,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        var state = CaseAccess.Require(caller, cases.State(number), number);
        if (CaseAccess.Viewer(caller, state).IsOutside || !TakesPart(caller, state))
            throw IdentityRefusals.ReceiptsNotVisible(caller.Named);
        var calls = Calls(cases.Timeline(number), register, today).ToList();
        if (calls.Count == 0)
            return [];
        // What was read in the last moments may not be on disk yet.
        await batch.Flush(cancellation);
        var read = readings.Since(number, calls.Min(c => c.At)).ToLookup(r => r.Person, r => r.At);
        return [.. calls.Select(c => Shown(c, read[c.Person.Id].Where(at => at >= c.At).ToList()))];
    }

    private static bool TakesPart(Caller caller, CaseState state) =>
        caller.ReadsAll || caller.PostsIn(state.Process).Any(p => state.Offices.Values.Contains(p.Organisation));

    private static ListedReceipt Shown(Call call, List<DateTimeOffset> read) =>
        new(
            call.Person.Id,
            call.Person.Name,
            call.Why,
            call.Step,
            call.At,
            read.Count == 0 ? null : read[0],
            read.Count == 0 ? null : read[^1],
            read.Count == 0
        );

    private static IEnumerable<Call> Calls(IEnumerable<KeptEntry> entries, Register register, Today today) =>
        from kept in entries
        from happened in kept.Entry.Events
        let called = Of(happened)
        where called is not null
        from to in called.Value.To
        from person in People(to, register, today.DayOf(kept.Entry.Stamp.RecordedAt))
        select new Call(person, called.Value.Why, called.Value.Step, kept.Entry.Stamp.RecordedAt);

    private static (string Why, string? Step, IEnumerable<Entitlement> To)? Of(CaseEvent happened) =>
        happened is CopySent copy ? ("copy", copy.Step, copy.To)
        : happened is SideAsked asked ? ("drawn-in", asked.Step, [asked.Task.Who])
        : happened is Urged urged ? ("urged", urged.Step, urged.To)
        : null;

    private static IEnumerable<PersonFact> People(Entitlement to, Register register, DateOnly day) =>
        to switch
        {
            { Person: { } person } => register.Person(person, day) is { } known ? [known] : [],
            { Organisation: { } organisation, Role: { } role } => register.Holders(new Post(organisation, role), day)?.Select(h => h.Person)
                ?? [],
            _ => [],
        };

    private sealed record Call(PersonFact Person, string Why, string? Step, DateTimeOffset At);
}
