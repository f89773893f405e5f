using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Telemetry;

/// <summary>
/// <c>GET /health/live</c> and <c>GET /health/ready</c>, for whoever runs the host. A host that cannot serve may well be alive:
/// killing one that catches up after an outage would only make it begin again. They need no token and name no case.
/// </summary>
public static class ShowHealth
{
    /// <summary>What is due is done within a second; a minute of silence means that nobody sweeps.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public sealed record Life(Health Status, string Words);

    /// <summary>How ready the host is, and by which figures.</summary>
    public sealed record Readiness(
        Health Status,
        string Words,
        long Backlog,
        long Failing,
        double OldestDueAgeSeconds,
        double BoundSeconds
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/health/live", (HttpContext context) => new Life(Health.Ok, Words.Of(context)[$"health.{Health.Ok}"]))
            .AllowAnonymous()
            .Answers<Life>("ShowLife", "Health", "存活 / Whether the process answers");
        routes
            .MapGet("/health/ready", Handle)
            .AllowAnonymous()
            .Answers<Readiness>("ShowReadiness", "Health", "就绪 / Whether requests can be served and due work is done in time")
            .Produces<Readiness>(503);
    }

    private static async Task<IResult> Handle(
        HttpContext context,
        Measures measures,
        Workplace place,
        AccessBatch batch,
        CancellationToken cancellation
    )
    {
        var age = measures.OldestDueAge;
        var status = await Status(measures, age, place, batch, cancellation);
        var readiness = new Readiness(
            status,
            Words.Of(context)[$"health.{status}"],
            measures.Backlog,
            measures.Failing,
            Math.Round(age.TotalSeconds, 3),
            Bound.TotalSeconds
        );
        return Results.Json(
            readiness,
            statusCode: status is Health.Ok or Health.CatchingUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static async Task<Health> Status(
        Measures measures,
        TimeSpan age,
        Workplace place,
        AccessBatch batch,
        CancellationToken cancellation
    )
    {
        if (batch.IsFull)
            return Health.LogFull;
        if (!await Writes(place, measures, cancellation))
            return Health.Unwritable;
        if (age <= Bound)
            return Health.Ok;
        return measures.SinceRound <= Bound ? Health.CatchingUp : Health.Late;
    }

    // Asked every few seconds by every balancer, without a token: one attempt to write serves all who ask within a moment.
    private static async Task<bool> Writes(Workplace place, Measures measures, CancellationToken cancellation)
    {
        if (measures.Written is { } known)
            return known;
        var writes = await Written(place, cancellation);
        measures.Written = writes;
        return writes;
    }

    // A full disk or a lost volume still reads: only writing shows it.
    private static async Task<bool> Written(Workplace place, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await place.Database.Probe(patience.Token).WaitAsync(Patience, cancellation);
            return true;
        }
        catch (Exception e)
            when (!cancellation.IsCancellationRequested
                && e is System.Data.Common.DbException or OperationCanceledException or TimeoutException or IOException
            )
        {
            return false;
        }
    }
}
