using Microsoft.AspNetCore.Mvc;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Ledger;

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
        CommandSender sender,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        [FromQuery(Name = "for")] string? actedFor,
        DateOnly? effectiveOn,
        string? proof,
        CancellationToken cancellation
    )
    {
        var lodge = await Bodies.ReadJson(context.Request, CommandBody.ReadLodging, cancellation);
        var caller = Caller.Of(context);
        return await sender.Send(
            context,
            null,
            Fit(caller, place, lodge, effectiveOn ?? caller.Today),
            new CommandSender.Terms(key, null, actedFor, effectiveOn, proof),
            cancellation
        );
    }

    /// <summary>Returns a lodging with its values as the definition in force holds them; where none is in force the engine says so.</summary>
    /// <exception cref="RequestRefusedException">Nobody knows the process, or the person who acts for a party.</exception>
    internal static CaseCommand Fit(Caller caller, Workplace place, Lodge lodge, DateOnly day)
    {
        var register = place.Folder.Register;
        if (lodge.Parties.FirstOrDefault(p => p.Person is not "" && register.Person(p.Person, day) is null) is { } stranger)
            throw CommandRefusals.UnknownParty(stranger.Person, NearPeople.Of(caller, register, stranger.Person));
        return TypedFields.Fit(InForce(place.Processes, lodge.Process, day), lodge);
    }

    /// <summary>Returns the definition of a process that is in force on a day; null where none is.</summary>
    /// <exception cref="RequestRefusedException">Nobody knows the process.</exception>
    internal static PublishedProcess? InForce(PublishedProcesses processes, string process, DateOnly day) =>
        processes.List(process) is { Count: > 0 } published
            ? published.FirstOrDefault(p => p.InForce.Includes(day)) is { } publication
                ? processes.Find(publication.Digest)
                : null
            : throw new RequestRefusedException(PublicationRefusals.Unknown(process, processes.List()));
}
