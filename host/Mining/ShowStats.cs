using System.Diagnostics;
using Workflow.Engine.Statistics;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary><c>GET /api/stats</c>: counts the ledger, as JSON, CSV or a drawing.</summary>
public static class ShowStats
{
    private static readonly string[] Formats = ["json", "csv", "svg"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/stats", Handle)
            .ForAuditorsInTurn(
                "ShowStats",
                "统计 / Counts of the ledger, every rate with its numerator and denominator: format json, csv or svg"
            )
            .Produces<object>()
            .Produces<string>(200, "text/csv", "image/svg+xml")
            .Refuses(400);

    private static IResult Handle(
        HttpContext context,
        Workplace place,
        DateOnly? from,
        DateOnly? to,
        string? format,
        Today today,
        CancellationToken cancellation
    )
    {
        if (from > to)
            throw MiningRefusals.Span(from, to);
        format = KnownWord.Among("format", Formats, format) ?? Formats[0];
        var (counts, words) = (LedgerTally.Of(place.Database, new CountedSpan(from, to, today.Day), null, cancellation), Words.Of(context));
        AccessKeeping.Tell(context, format);
        return Answer(format, counts, words);
    }

    private static IResult Answer(string format, LedgerCounts counts, Words words) =>
        format switch
        {
            "csv" => Results.Text(new StatsReport(counts, words).Csv(), "text/csv", System.Text.Encoding.UTF8),
            "svg" => Results.Text(ProcessChart.Of(counts, words), "image/svg+xml", System.Text.Encoding.UTF8),
            "json" => Results.Json(new StatsReport(counts, words).Json()),
            _ => throw new UnreachableException($"No format is called {format}."),
        };
}
