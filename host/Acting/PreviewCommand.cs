using Workflow.Engine.Deciding;
using Workflow.Engine.Foresight;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Host.Acting;

/// <summary><c>POST /api/cases/{number}/preview</c>: what would come of a command, whole or half filled in. Nothing is written.</summary>
public static class PreviewCommand
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/cases/{number}/preview", Handle)
            .Noted()
            .As(
                "PreviewCommand",
                "Cases",
                "办理预览 / What would come of a command: what opens for whom, papers and dates, or why it is refused; nothing is written"
            )
            .Accepts<CaseCommand>("application/json")
            .Produces<Foreseen>()
            .Refuses(400, 403, 404, 413, 415);

    private static async Task<IResult> Handle(
        HttpContext context,
        string number,
        Workplace place,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "for")] string? actedFor,
        CancellationToken cancellation
    )
    {
        var command = await Bodies.ReadJson(context.Request, CommandBody.Read, cancellation);
        return SpokenAnswer.Of(context, Of(Caller.Of(context), place, number, command, actedFor));
    }

    /// <summary>Returns what would come of a command of the caller.</summary>
    /// <exception cref="RequestRefusedException">The caller does not see the case, or sees it as a party and asks about the step of an office.</exception>
    internal static Foreseen Of(Caller caller, Workplace place, string number, CaseCommand command, string? actedFor) =>
        Ask(caller, place, number, command, actedFor, Foreseeing.Of);

    /// <summary>Returns why a command of the caller would be refused; null where it would not.</summary>
    /// <inheritdoc cref="Of"/>
    internal static Refusal? Against(Caller caller, Workplace place, string number, CaseCommand command, string? actedFor) =>
        Ask(caller, place, number, command, actedFor, Foreseeing.AtOnce).Refusal;

    private static Foreseen Ask(
        Caller caller,
        Workplace place,
        string number,
        CaseCommand command,
        string? actedFor,
        Func<CaseState, Request, DateTimeOffset, IOutside, Foreseen> foresee
    )
    {
        var state = CaseAccess.Require(caller, place.Runner.Look(number), number);
        SeenCase.RequireAhead(caller, place, state, (command as IAboutStep)?.Step);
        if (PartyNames.Check(place.Folder.Register, command) is { } anothers)
            return new Foreseen { Case = number, Refusal = anothers };
        var request = new Request(caller.Id, TypedFields.Fit(place.Processes.Find(state.Definition), command), caller.For(actedFor));
        var foreseen = place.Runner.Ask(number, (now, at, outside) => foresee(now, request, at, outside))!;
        return SeenCase.Ahead(caller, place, state, Told(foreseen, caller, place));
    }

    private static Foreseen Told(Foreseen foreseen, Caller caller, Workplace place) =>
        foreseen.Refusal is { } refusal ? foreseen with { Refusal = NearPeople.With(refusal, caller, place.Folder.Register) } : foreseen;
}
