using Microsoft.AspNetCore.Mvc;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Host.Cases;

/// <summary><c>POST /api/cases/{number}/commands</c>: does something to a case; the engine decides.</summary>
public static class SendCommand
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/cases/{number}/commands", Handle)
            .As("SendCommand", "Cases", "办理 / Does something to a case; `do` names the command")
            .Accepts<CaseCommand>("application/json")
            .Produces<CommandSender.CommandAnswer>()
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string number,
        Workplace place,
        CommandSender sender,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        [FromQuery(Name = "for")] string? actedFor,
        DateOnly? effectiveOn,
        string? proof,
        CancellationToken cancellation
    )
    {
        var state = CaseAccess.Require(Caller.Of(context), place.Runner.Look(number), number);
        var command = TypedFields.Fit(
            place.Processes.Find(state.Definition),
            await Bodies.ReadJson(context.Request, CommandBody.Read, cancellation)
        );
        return await sender.Send(
            context,
            number,
            command,
            new CommandSender.Terms(key, ifMatch, actedFor, effectiveOn, proof),
            cancellation
        );
    }
}
