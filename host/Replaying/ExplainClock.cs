using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Replaying;

/// <summary><c>GET /api/cases/{number}/clocks/{clock}/explanation</c>: why a clock ends when it ends, day by day.</summary>
public static class ExplainClock
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/clocks/{clock}/explanation", Handle)
            .OnDiskFirst(AccessKinds.Audited)
            .Answers<ClockExplanation>(
                "ExplainClock",
                "Deadlines",
                "期限说明 / Why a clock ends when it ends, day by day, with its rule and holders"
            )
            .Refuses(403, 404);

    private static ClockExplanation Handle(HttpContext context, string number, string clock, Workplace place, CaseReads reads, string? at)
    {
        // The server leaves an encoded slash as it came, and a participant's clock has one in its name.
        clock = clock.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var viewer = CaseAccess.RequireViewer(Caller.Of(context), reads.State(number), number);
        var (whole, now) = (RecordedCase.Find(number, place.Database, place.Processes)!, place.Time.GetUtcNow());
        var asked = AskedMoment.Read("at", at)?.Through(whole.LastCalendar);
        var asAt = asked < now ? asked.Value : now;
        var recorded = Then(whole, asked).SeenBy(viewer);
        return recorded.State.Clocks.GetValueOrDefault(ClockNames.Of(recorded.State, clock)) is { } found
            ? ClockExplanation.Of(recorded.Definitions, recorded.Entries, found.Id, recorded.Calendar(found.Calendar), asAt)!
            : throw new RequestRefusedException(RecordedRefusals.NoClock(recorded, clock, asked is { } then ? whole.Shown(then) : null));
    }

    private static RecordedCase Then(RecordedCase whole, DateTimeOffset? asked) =>
        asked is { } at ? whole.By(at) ?? throw new RequestRefusedException(RecordedRefusals.NotThen(whole, at)) : whole;
}
