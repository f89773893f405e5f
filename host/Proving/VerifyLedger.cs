using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Host.Wording;

namespace Workflow.Host.Proving;

/// <summary><c>POST /api/verify</c> verifies an uploaded export; <c>POST /api/jobs/verify</c> this database, as a job. Both by the receipts that come with the request.</summary>
public static class VerifyLedger
{
    /// <summary>The most bytes of an export.</summary>
    public const long LargestExport = 512 << 20;

    private const long MostBytes = LargestExport + (128 << 20);

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapExport(routes);
        MapLedger(routes);
    }

    private static void MapExport(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/verify", Export)
            .ForAuditorsInTurn(
                "VerifyExport",
                "核验导出文件 / Checks chains, seals and receipts of an export: parts export, receipt, head, certificate"
            )
            .TakesParts(MostBytes)
            .Produces<ExportVerdict.ShownExport>();
    }

    private static void MapLedger(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/jobs/verify", Ledger)
            .ForAuditors(
                "VerifyLedger",
                "核验本库 / Checks this database and decides every command again, as a job: parts receipt, head, certificate"
            )
            .OfEveryCase()
            .TakesParts(MostBytes)
            .Produces<ShowJobs.ListedJob>(202)
            .Refuses(409, 503);
    }

    private static async Task<IResult> Export(HttpContext context, CancellationToken cancellation)
    {
        var parts = await UploadedParts.Read(context, Scratch.Of(context), BroughtReceipts.With(("export", LargestExport)), cancellation);
        var (outside, export) = (BroughtReceipts.Read(parts), parts.Required("export"));
        await using var content = File.OpenRead(export.Path);
        return SpokenAnswer.Of(context, Verification.Export(content, export.FileName, outside, null, cancellation).In(Words.Of(context)));
    }

    // A request without a body brings nothing from outside; what then cannot be known is told.
    private static async Task<IResult> Ledger(HttpContext context, Workplace place, RunningJobs jobs, CancellationToken cancellation)
    {
        var outside = context.Request.ContentType is null
            ? new OutsideReceipts(Array.Empty<string>(), [], null)
            : BroughtReceipts.Read(await UploadedParts.Read(context, Scratch.Of(context), BroughtReceipts.With(), cancellation));
        return ShowJobs.Accepted(
            context,
            jobs.Start(
                "verify",
                Caller.Of(context).Id,
                (job, stop) =>
                {
                    var verdict = Verification.Ledger(place.Database, outside, job, job, stop);
                    return ShowJobs.Json(asked => SpokenAnswer.Of(asked, verdict.In(Words.Of(asked))));
                }
            )
        );
    }
}
