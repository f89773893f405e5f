using Microsoft.AspNetCore.Mvc;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Cases;

/// <summary><c>POST /api/cases</c>: opens a case.</summary>
public static class LodgeCase
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/cases", Handle)
            .As("LodgeCase", "Cases", "申请 / Opens a case")
            .Accepts<Lodge>("application/json")
            .Produces<CommandSender.CommandAnswer>(201)
            .Refuses(400, 403, 404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        Workplace place,
        CommandSender submission,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        [FromQuery(Name = "for")] string? actedFor,
        DateOnly? effectiveOn,
        string? proof,
        CancellationToken cancellation
    )
    {
        var lodge = await Bodies.ReadJson(context.Request, CommandBody.ReadLodging, cancellation);
        var (caller, register) = (Caller.Of(context), place.Folder.Register);
        var day = effectiveOn ?? caller.Today;
        if (lodge.Parties.FirstOrDefault(p => register.Person(p.Person, day) is null) is { } stranger)
            throw CommandRefusals.UnknownParty(stranger.Person, NearPeople.Of(caller, register, stranger.Person));
        var process = InForce(place.Processes, lodge.Process, day);
        return await submission.Send(
            context,
            null,
            TypedFields.Fit(process, lodge),
            new CommandSender.Terms(key, null, actedFor, effectiveOn, proof),
            cancellation
        );
    }

    private static PublishedProcess? InForce(PublishedProcesses processes, string process, DateOnly day) =>
        processes.List(process) is { Count: > 0 } published
            ? published.FirstOrDefault(p => p.InForce.Includes(day)) is { } publication
                ? processes.Find(publication.Digest)
                : null
            : throw CommandRefusals.UnknownProcess(process, processes.List());
}
