using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Cases;

/// <summary><c>GET /api/cases</c>: the cases the caller may see, those touched last first; those in which they are a party by the day of lodging.</summary>
public static class ListCases
{
    public sealed record ListedCase(
        string Number,
        string Process,
        string ProcessTitle,
        CaseStage Stage,
        string? Party,
        DateOnly LodgedOn,
        DateOnly? DueOn,
        string? Result,
        string? ResultTitle,
        DateTimeOffset LastAt
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases", Handle)
            .Answers<Page<ListedCase>>("ListCases", "Cases", "案件列表 / Cases the caller may see, those touched last first")
            .Tagged()
            .Refuses(400, 404);

    private static Page<ListedCase> Handle(
        HttpContext context,
        CaseList cases,
        string? process,
        string? stage,
        string? party,
        string? cursor,
        int? limit
    ) => cases.Page(Caller.Of(context), Words.Of(context), process, stage, party, cursor, Cursor.Limit(limit));
}
