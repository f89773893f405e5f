using Microsoft.AspNetCore.Mvc;
using Workflow.Engine.Cases;
using Workflow.Host.Answers;

namespace Workflow.Host.Cases;

/// <summary><c>POST /api/cases</c>: opens a case.</summary>
public static class LodgeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/cases", Handle)
        .WithName("LodgeCase").WithTags("Cases").WithSummary("申请 / Opens a case")
        .Accepts<Lodge>("application/json").Produces<Submission.Answer>(201)
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

    private static async Task<IResult> Handle(
        HttpContext context,
        Submission submission,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        [FromQuery(Name = "for")] string? actedFor,
        DateOnly? effectiveOn,
        string? proof,
        CancellationToken cancellation)
    {
        var lodge = await Bodies.ReadJson(context.Request, CommandBody.ReadLodging, cancellation);
        return await submission.Send(context, null, lodge, new Submission.Terms(key, null, actedFor, effectiveOn, proof), cancellation);
    }
}
