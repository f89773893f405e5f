using Workflow.Engine.Record.State;
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
            .Answers<ActionForm>(
                "ShowForm",
                "Cases",
                "办理表单 / What an action asks: inputs with titles, kinds, bounds and values; target and choice as in its actions"
            )
            .Refuses(400, 403, 404);

    private static ActionForm Handle(HttpContext context, string number, Workplace place, string action, string? target, string? choice)
    {
        var caller = Caller.Of(context);
        return Of(caller, place, SeenCase.Require(caller, place, number), Words.Of(context), new AskedAction(action, target, choice));
    }

    /// <summary>Returns what an action asks of the caller.</summary>
    /// <exception cref="RequestRefusedException">It is none that is filled in.</exception>
    internal static ActionForm Of(Caller caller, Workplace place, SeenCase seen, Words words, AskedAction asked) =>
        Forms(caller, place, seen.Whole.Definition, seen.State, words).Of(asked);

    /// <summary>The forms of the actions at a case.</summary>
    /// <param name="caller">Who acts.</param>
    /// <param name="place">Where the definition and the register are.</param>
    /// <param name="definition">The digest of the case's definition.</param>
    /// <param name="state">The case as the caller sees it.</param>
    /// <param name="words">The language.</param>
    internal static ActionForms Forms(Caller caller, Workplace place, string definition, CaseState state, Words words)
    {
        var (process, register) = (place.Processes.Find(definition)!, place.Folder.Register);
        return new ActionForms(process, state, words, id => register.Person(id, caller.Today)?.Name ?? id);
    }
}
