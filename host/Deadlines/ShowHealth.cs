using Workflow.Host.Answers;
using Workflow.Host.Telemetry;
using Workflow.Host.Wording;

namespace Workflow.Host.Deadlines;

/// <summary><c>GET /health</c>: 503 when the oldest due row has waited too long, whoever sweeps. It needs no token and names no case.</summary>
public static class ShowHealth
{
    // The sweep runs every second; a minute of silence means that nobody sweeps.
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    public sealed record Health(string Status, string Words, double OldestDueAgeSeconds, double BoundSeconds);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", Handle).AllowAnonymous()
        .As("ShowHealth", "Health", "健康 / Whether due work is done in time")
        .Produces<Health>()
        .Produces<Health>(503);

    private static IResult Handle(HttpContext context, Measures measures)
    {
        var age = measures.OldestDueAge;
        var status = age <= Bound ? "ok" : "late";
        var health = new Health(status, Words.Of(context)[$"health.{status}"], Math.Round(age.TotalSeconds, 3), Bound.TotalSeconds);
        return Results.Json(health, statusCode: age <= Bound ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
