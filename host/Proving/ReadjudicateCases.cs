using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs.Readjudicating;

namespace Workflow.Host.Proving;

/// <summary>
/// <c>POST /api/cases/{number}/readjudicate</c> decides the recorded commands of one case again and answers;
/// <c>POST /api/jobs/readjudicate</c> does so with the whole ledger as a job.
/// </summary>
public static class ReadjudicateCases
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapOne(routes);
        MapAll(routes);
    }

    private static void MapOne(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/cases/{number}/readjudicate", One)
            .ForAuditorsInTurn("ReadjudicateCase", "重新裁决 / Decides every recorded command of a case again")
            .Produces<object>()
            .Refuses(404);

    private static void MapAll(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/jobs/readjudicate", All)
            .ForAuditors("ReadjudicateLedger", "全库重新裁决 / Decides the whole ledger again, as a job")
            .OfEveryCase()
            .Produces<ShowJobs.ListedJob>(202)
            .Refuses(409, 503);

    private static IResult One(HttpContext context, string number, Workplace place, CancellationToken cancellation)
    {
        var report = new Readjudicate(place.Database, place.Processes).Run(number, null, cancellation);
        return report.Cases > 0 ? Results.Json(Readjudication.Shown(report, Words.Of(context))) : throw IdentityRefusals.NoCase(number);
    }

    private static IResult All(HttpContext context, Workplace place, RunningJobs jobs) =>
        ShowJobs.Accepted(
            context,
            jobs.Start(
                "readjudicate",
                Caller.Of(context).Id,
                (job, cancellation) =>
                {
                    var report = new Readjudicate(place.Database, place.Processes).Run(null, job, cancellation);
                    return ShowJobs.Json(asking => Results.Json(Readjudication.Shown(report, Words.Of(asking))));
                }
            )
        );
}
