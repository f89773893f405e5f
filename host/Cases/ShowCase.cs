using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Cases;

/// <summary><c>GET /api/cases/{number}</c>: where a case stands and what the caller may do, with the reason why not.</summary>
public static class ShowCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/cases/{number}", Handle)
        .As("ShowCase", "Cases", "事项详情 / Where a case stands, and what the caller may do")
        .Produces<CaseView>()
        .Refuses(403, 404);

    private static CaseView Handle(HttpContext context, string number, Workplace place, CaseReads reads)
    {
        var caller = Caller.Of(context);
        var state = CaseAccess.Require(caller, reads.State(number), number);
        var process = place.Processes.Find(state.Definition)!;
        var words = Words.Of(context);
        context.Response.Headers.ETag = $"\"{state.Entries}\"";
        return CaseView.Of(process, state, words, caller.Today, Actions(caller, place, process, state, words));
    }

    private static ImmutableArray<ActionView> Actions(Caller caller, Workplace place, PublishedProcess process, CaseState state, Words words)
    {
        var now = place.Time.GetUtcNow();
        var calendar = place.Calendars.At(place.Authority(state.Process), now);
        return
        [
            .. AllowedActions.For(process, state, caller.Person, now, calendar).Select(o => ActionView.Of(o, words, null)),
            .. caller.ActsForIn(state.Process).SelectMany(p => AllowedActions.For(process, state, p, now, calendar).Where(o => o.Allowed).Select(o => ActionView.Of(o, words, p.Id))),
        ];
    }
}
