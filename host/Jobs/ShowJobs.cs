using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Jobs;

/// <summary><c>GET /api/jobs</c>, <c>/api/jobs/{id}</c> and <c>/api/jobs/{id}/result</c>, <c>DELETE /api/jobs/{id}</c>: one's own jobs, how far they are, and what came of them.</summary>
public static class ShowJobs
{
    /// <summary>A job. <c>Result</c> is where its result is; null until it is done.</summary>
    public sealed record ListedJob(
        string Id,
        string Kind,
        string Status,
        long Progress,
        DateTimeOffset StartedAt,
        DateTimeOffset? EndedAt,
        string? Failure,
        string? Result
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapProgress(routes);
        MapResult(routes);
        MapEnd(routes);
    }

    private static void MapProgress(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/api/jobs",
                (HttpContext context, RunningJobs jobs) =>
                    jobs.Of(Caller.Of(context).Id).Select(job => Shown(job, Words.Of(context))).ToList()
            )
            .Answers<IReadOnlyList<ListedJob>>("ListJobs", "Evidence", "后台任务 / One's own jobs of this run of the host")
            .Tagged();
        routes
            .MapGet(
                "/api/jobs/{id}",
                (HttpContext context, string id, RunningJobs jobs) => Shown(Find(context, jobs, id), Words.Of(context))
            )
            .Answers<ListedJob>("ShowJob", "Evidence", "任务进度 / How far a job is")
            .Refuses(404);
    }

    private static void MapResult(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/jobs/{id}/result", Result)
            .ForAuditors("ShowJobResult", "任务结果 / What came of a job")
            .OfEveryCase()
            .Produces<object>()
            .Produces<string>(200, "text/html")
            .Refuses(400, 404, 409);

    private static void MapEnd(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/jobs/{id}", Delete)
            .As("DeleteJob", "Evidence", "取消任务 / Stops a job that runs, forgets one that has ended")
            .Produces(204)
            .Refuses(404);

    /// <summary>The answer that a job has begun, with where to ask after it.</summary>
    internal static IResult Accepted(HttpContext context, Job job) =>
        Results.Accepted($"{context.Request.PathBase}/api/jobs/{job.Id}", Shown(job, Words.Of(context)));

    /// <summary>The result of a job that is JSON and nothing else.</summary>
    internal static JobResult Json(Func<HttpContext, IResult> write) =>
        (context, format) => format is null or "" or "json" ? write(context) : throw JobRefusals.OnlyJson();

    private static ListedJob Shown(Job job, Words words) =>
        new(
            job.Id,
            job.Kind,
            job.Status.ToString().ToLowerInvariant(),
            job.Progress,
            job.StartedAt,
            job.EndedAt,
            job.Failure is { } failure ? words.Tell(failure).Sentence : null,
            job.Status == JobStatus.Done ? $"/api/jobs/{job.Id}/result" : null
        );

    private static IResult Result(HttpContext context, string id, RunningJobs jobs, string? format) =>
        Find(context, jobs, id) switch
        {
            { Status: JobStatus.Done, Result: { } write } => write(context, format),
            var job => throw JobRefusals.NoResult(job.Id),
        };

    private static IResult Delete(HttpContext context, string id, RunningJobs jobs)
    {
        jobs.Delete(Find(context, jobs, id));
        return Results.NoContent();
    }

    private static Job Find(HttpContext context, RunningJobs jobs, string id) => jobs.Find(id, Caller.Of(context).Id);
}
