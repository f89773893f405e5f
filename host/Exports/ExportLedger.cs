using System.Globalization;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Exports;

/// <summary>
/// <c>GET /api/export</c> and <c>GET /api/cases/{number}/export</c>: what the verb <c>export</c> writes. It is written whole onto disk
/// first, so that an answer that has begun is never cut off by what is found on the way.
/// </summary>
public static class ExportLedger
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapLedger(routes);
        MapCase(routes);
    }

    private static void MapLedger(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/api/export",
                (HttpContext context, Workplace place, string? format, bool? attachments, bool? gzip, CancellationToken cancellation) =>
                    Handle(context, place, null, new AskedExport(format, attachments, gzip), cancellation)
            )
            .ForAuditorsInTurn("ExportLedger", $"导出台账 / The whole ledger as {Listed}", AccessKinds.Exported)
            .OfEveryCase()
            .Produces<Stream>()
            .Refuses(400);
    }

    private static void MapCase(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/api/cases/{number}/export",
                (
                    HttpContext context,
                    Workplace place,
                    string number,
                    string? format,
                    bool? attachments,
                    bool? gzip,
                    CancellationToken cancellation
                ) => Handle(context, place, number, new AskedExport(format, attachments, gzip), cancellation)
            )
            .ForAuditorsInTurn("ExportCase", $"导出案件 / One case as {Listed}", AccessKinds.Exported)
            .Produces<Stream>()
            .Refuses(400, 404);
    }

    private static IReadOnlyCollection<string> Names { get; } = [.. ExportFormat.All.Select(f => f.Name)];

    private static string Listed => string.Join(", ", Names);

    private static IResult Handle(HttpContext context, Workplace place, string? number, AskedExport asked, CancellationToken cancellation)
    {
        var format = Format(asked);
        if (number is not null && new CaseReads(place.Database).Head(number) is null)
            throw IdentityRefusals.NoCase(number);
        if (asked.Gzip == true && format.Name != "xes")
            throw ExportingRefusals.Gzip(format.Name);
        AccessKeeping.Tell(context, format.Name);
        var request = new ExportRequest(place.Database, number, asked.Attachments == true, place.Time.GetUtcNow());
        var (path, name) = (Scratch.Of(context).File("export"), Name(request, format, asked));
        format.Write(request, path, name, cancellation);
        return Results.File(path, asked.Gzip == true ? "application/gzip" : format.MediaType, name);
    }

    private static ExportFormat Format(AskedExport asked) =>
        KnownWord.Among("format", Names, asked.Format) is { } name ? ExportFormat.All.Single(f => f.Name == name) : ExportFormat.All[0];

    private static string Name(ExportRequest request, ExportFormat format, AskedExport asked)
    {
        var moment = request.At.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"{request.Case ?? "ledger"}-{moment}{format.Extension}{(asked.Gzip == true ? ".gz" : "")}";
    }

    private sealed record AskedExport(string? Format, bool? Attachments, bool? Gzip);
}
