using Workflow.Engine.Foresight;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Host.Foresight;

/// <summary><c>GET /api/cases/{number}/next</c>: before acting, who comes next and until when, from the same code as the act.</summary>
public static class ForeseeNext
{
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/next", Handle)
            .Answers<Foreseen>(
                "ForeseeNext",
                "Cases",
                "下一步预告 / What would come of an outcome or a vote: who is next, until when, and how the case would likely go on"
            )
            .Refuses(400, 403, 404);

    private static IResult Handle(HttpContext context, string number, string step, string outcome, Workplace place)
    {
        var caller = Caller.Of(context);
        var state = CaseAccess.Require(caller, place.Runner.Look(number), number);
        SeenCase.RequireAhead(caller, place, state, step);
        if (step.Length > LongestName || outcome.Length > LongestName)
            throw RequestRefusals.NameTooLong(LongestName);
        var foreseen = place.Runner.Ask(number, (now, at, outside) => Foreseeing.Of(now, step, outcome, caller.Id, at, outside))!;
        return SpokenAnswer.Of(context, SeenCase.Ahead(caller, place, state, foreseen));
    }
}
