using Workflow.Engine.Evidence;
using Workflow.Engine.Views;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Access;

namespace Workflow.Host.Replaying;

/// <summary><c>GET /api/cases/{number}/replay</c>: a case as it was at a moment or after an entry, or how it stood in law on a day.</summary>
public static class ReplayCase
{
    /// <summary>One of the two: the past screen, or the legal view, which never claims to be one.</summary>
    public sealed record ReplayAnswer(int Entries, Replay? Replay, LegalView? Legal, string? Note);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/replay", Handle)
            .As(
                "ReplayCase",
                "Evidence",
                "案件回放 / A case as it was at a moment (at), after an entry (entry), or in law on a day (legal)"
            )
            .OnDiskFirst(AccessKinds.Audited)
            .Produces<ReplayAnswer>()
            .Refuses(400, 403, 404);

    private static ReplayAnswer Handle(
        HttpContext context,
        string number,
        Workplace place,
        Today today,
        string? at,
        int? entry,
        DateOnly? legal
    )
    {
        var caller = Caller.Of(context);
        var found = RecordedCase.Find(number, place.Database, place.Processes);
        var viewer = CaseAccess.RequireViewer(caller, found?.State, number);
        RequireOnePoint(at, entry, legal);
        RequireNotAhead(legal, today.Day);
        var (whole, words) = (found!, Words.Of(context));
        if (legal is { } day)
            return new ReplayAnswer(whole.SeenBy(viewer).Total, null, InLaw(whole, viewer, day), words["legal.note"]);
        var asked = AskedMoment.Read("at", at)?.Through(whole.LastCalendar);
        // What a party may know is what was known then: a decision that came later opens nothing that was closed.
        var recorded = Then(whole, viewer, asked, entry).SeenBy(viewer);
        var (shown, register) = (asked > today.Now ? today.Now : asked, caller.ReadsAll ? place.Folder.Register : null);
        return new ReplayAnswer(recorded.Total, Replay.Of(recorded, shown, words, register, viewer), null, null);
    }

    private static RecordedCase Then(RecordedCase whole, Viewer viewer, DateTimeOffset? asked, int? entry) =>
        (asked, entry) switch
        {
            ({ } at, _) => whole.By(at) ?? throw new RequestRefusedException(RecordedRefusals.NotThen(whole, at)),
            (_, { } found) => whole.Through(viewer, found)
                ?? throw new RequestRefusedException(RecordedRefusals.NoEntry(whole.SeenBy(viewer), found)),
            _ => whole,
        };

    private static LegalView InLaw(RecordedCase whole, Viewer viewer, DateOnly day) =>
        LegalView.Of(whole.Definitions, whole.SeenBy(viewer).Entries, whole.Calendar(whole.State.Calendar), day);

    private static void RequireOnePoint(string? at, int? entry, DateOnly? legal)
    {
        if (new object?[] { at, entry, legal }.Count(o => o is not null) > 1)
            throw RequestRefusals.OnePoint();
    }

    private static void RequireNotAhead(DateOnly? legal, DateOnly today)
    {
        if (legal > today)
            throw RequestRefusals.LegalInFuture(today, legal!.Value);
    }
}
