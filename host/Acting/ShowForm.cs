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
        var caller = Caller.Of(context);
        return Of(caller, place, SeenCase.Require(caller, place, number), Words.Of(context), new AskedAction(action, target, choice));
    }

    /// <summary>Returns what an action asks of the caller.</summary>
    /// <exception cref="RequestRefusedException">It is none that is filled in.</exception>
    internal static ActionForm Of(Caller caller, Workplace place, SeenCase seen, Words words, AskedAction asked)
    {
        var (process, register) = (place.Processes.Find(seen.Whole.Definition)!, place.Folder.Register);
        return new ActionForms(process, seen.State, words, id => register.Person(id, caller.Today)?.Name ?? id).Of(asked);
    }
}
