using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.WhatIf;

/// <summary><c>POST /api/cases/{number}/whatif</c> for one case with those it called, <c>POST /api/jobs/whatif</c> for the whole ledger as a job; JSON, or with <c>format=html</c> a page.</summary>
public static class AskWhatIf
{
    private static readonly string[] Formats = ["json", "html"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapCase(routes);
        MapLedger(routes);
    }

    private static void MapCase(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/cases/{number}/whatif", One)
            .ForAuditorsInTurn("WhatIfCase", "假设推演 / What another definition, calendar or limit would have changed in a case")
            .Accepts<WhatIfBody>("application/json")
            .Produces<object>()
            .Produces<string>(200, "text/html")
            .Refuses(400, 404, 422);
    }

    private static void MapLedger(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/jobs/whatif", All)
            .ForAuditors("WhatIfLedger", "全库假设推演 / The same for the whole ledger, as a job")
            .OfEveryCase()
            .Accepts<WhatIfBody>("application/json")
            .Produces<ShowJobs.ListedJob>(202)
            .Refuses(400, 409, 422, 503);
    }

    private static async Task<IResult> One(
        HttpContext context,
        string number,
        Workplace place,
        string? format,
        CancellationToken cancellation
    )
    {
        var form = Format(format);
        var body = await WhatIfBody.Read(context, cancellation);
        if (new CaseReads(place.Database).Head(number) is null)
            throw IdentityRefusals.NoCase(number);
        var ledger = RecordedLedger.Of(place.Database, place.Processes);
        return Shown(
            Otherwise.Play(ledger, number, body.For(ledger, place, Scratch.Of(context)), body.Ends(ledger), null, cancellation),
            context,
            form
        );
    }

    private static async Task<IResult> All(HttpContext context, Workplace place, RunningJobs jobs, CancellationToken cancellation)
    {
        var body = await WhatIfBody.Read(context, cancellation);
        var ledger = RecordedLedger.Of(place.Database, place.Processes);
        // Read while the request lasts: what does not read is refused now and not by a job that failed.
        var otherwise = body.For(ledger, place, Scratch.Of(context));
        return ShowJobs.Accepted(
            context,
            jobs.Start(
                "whatif",
                Caller.Of(context).Id,
                (job, stop) =>
                {
                    var report = Otherwise.Play(ledger, null, otherwise, body.Ends(ledger), job, stop);
                    return (asked, format) => Shown(report, asked, Format(format));
                }
            )
        );
    }

    // Asked before anything is read: a slip in it costs no walk through the ledger.
    private static string Format(string? asked) => KnownWord.Among("format", Formats, asked) ?? Formats[0];

    private static IResult Shown(WhatIfReport report, HttpContext context, string format) =>
        format == "html"
            ? Results.Text(WhatIfHtml.Write(report, Words.Of(context)), "text/html", System.Text.Encoding.UTF8)
            : SpokenAnswer.Of(context, report.Shown());
}
