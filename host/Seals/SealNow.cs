using Workflow.Host.Answers;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary><c>POST /api/seals</c>: seals what changed now, and brings its receipts outside as the recurring round does.</summary>
public static class SealNow
{
    /// <summary>What came of it. <c>Head</c> is the line to copy on paper, of the new seal or the last one; null where there is none yet.</summary>
    public sealed record SealAnswer(bool Made, string? Head);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/seals", Handle)
            .ForAuditors("SealNow", "立即封存 / Seals what changed, and brings receipts outside", AccessKinds.Administered)
            .Produces<SealAnswer>(201)
            .Produces<SealAnswer>()
            .Refuses(502);

    private static async Task<IResult> Handle(SealRound round, Workplace place, CancellationToken cancellation)
    {
        try
        {
            var made = await round.Run(cancellation);
            var head = made ?? new LedgerSeals(place.Database).Latest();
            var answer = new SealAnswer(made is not null, head is null ? null : HeadLine.Of(head));
            return made is null ? Results.Ok(answer) : Results.Created($"/api/seals/{made.Number}", answer);
        }
        catch (OpeningRefusedException e)
        {
            throw SealRefusals.NotBrought(e.Refusal.Message);
        }
    }
}
