using System.Collections.Immutable;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary><c>GET /api/cases</c>: the cases the caller may see, those touched last first.</summary>
public static class ListCases
{
    public sealed record ListedCase(
        string Number,
        string Process,
        CaseStage Stage,
        string? Party,
        DateOnly LodgedOn,
        DateOnly? DueOn,
        string? Result,
        string? ResultTitle,
        DateTimeOffset LastAt
    );

    private sealed record CasePageKey(DateTimeOffset LastAt, string Case);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases", Handle)
            .As("ListCases", "Cases", "案件列表 / Cases the caller may see, those touched last first")
            .Produces<Page<ListedCase>>()
            .Tagged();

    private static Page<ListedCase> Handle(
        HttpContext context,
        CaseReads reads,
        Workplace place,
        string? process,
        string? stage,
        string? party,
        string? cursor,
        int? limit
    )
    {
        var asked = stage is null ? null : Stage(stage);
        var most = Cursor.Limit(limit);
        var after = Cursor.Read<CasePageKey>(cursor) is { } keys ? Position(keys) : null;
        var (caller, words) = (Caller.Of(context), Words.Of(context));
        var filter = new CaseFilter(process, asked, party, caller.Sees) { Parts = caller.SeesInPart };
        return Pages.Of(
            reads.List(filter, after, most + 1),
            most,
            h => Shown(h, words.End(place.Processes.Find(h.Definition)!.Definition, h.Result)),
            h => new CasePageKey(h.LastAt, h.Case)
        );
    }

    // A case that is listed was lodged: none stands before the first stage.
    private static readonly ImmutableArray<string> Stages = [.. Enum.GetNames<CaseStage>().Where(name => name != nameof(CaseStage.None))];

    private static CaseStage? Stage(string asked) =>
        Stages.FirstOrDefault(name => name.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<CaseStage>(found)
            : throw RequestRefusals.Stage(Stages, asked);

    private static ListedCase Shown(CaseHead h, string? title) =>
        new(h.Case, h.Process, h.Stage, h.Party, h.LodgedOn, h.DueOn, h.Result, title, h.LastAt);

    private static CaseHead Position(CasePageKey keys) =>
        new(keys.Case, 0, "", keys.LastAt, CaseStage.None, "", "", default, null, null, null);
}
