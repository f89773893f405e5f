using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Acting;

/// <summary><c>GET /api/cases/{number}/form</c>: what an action asks, ready to be drawn.</summary>
public static class ShowForm
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/form", Handle)
            .As(
                "ShowForm",
                "Cases",
                "办理表单 / What an action asks: its inputs with titles, kinds, bounds and what stands there; target and choice as in the case's actions"
            )
            .Produces<ActionForm>()
            .Refuses(400, 403, 404);

    private static ActionForm Handle(HttpContext context, string number, Workplace place, string action, string? target, string? choice)
    {
        var seen = SeenCase.Require(Caller.Of(context), place, number);
        var process = place.Processes.Find(seen.Whole.Definition)!;
        return new ActionForms(process, seen.State, Words.Of(context)).Of(new AskedAction(action, target, choice));
    }
}
