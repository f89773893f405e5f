using Workflow.Engine.Cases;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary><c>GET /api/cases</c>: the cases the caller may see, those touched last first.</summary>
public static class ListCases
{
    // A page looks at no more cases than this; it may then be short, and its cursor goes on from there.
    private const int MostLookedAt = 2_000;

    public sealed record Item(string Number, string Process, CaseStage Stage, string? Party, DateOnly LodgedOn, DateOnly? DueOn, string? Result, DateTimeOffset LastAt);

    private sealed record Keys(DateTimeOffset LastAt, string Case);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/cases", Handle)
        .WithName("ListCases").WithTags("Cases").WithSummary("事项列表 / Cases the caller may see, those touched last first")
        .Produces<Page<Item>>();

    private static Page<Item> Handle(HttpContext context, CaseReads reads, Audience audience, string? process, CaseStage? stage, string? party, string? cursor, int? limit)
    {
        if (stage is { } asked && !Enum.IsDefined(asked)) throw RequestRefusedException.Malformed("request.stage", $"Expected one of {string.Join(", ", Enum.GetNames<CaseStage>())}, but found '{asked}'.");
        var (caller, filter, most) = (Caller.Of(context), new CaseFilter(process, stage, party), Cursor.Limit(limit));
        var after = Cursor.Read<Keys>(cursor) is { } keys ? Position(keys) : null;
        var found = new List<CaseHead>();
        for (var looked = 0; found.Count < most && looked < MostLookedAt; looked += Cursor.LargestLimit)
        {
            var heads = reads.List(filter, after, Cursor.LargestLimit);
            foreach (var head in heads.TakeWhile(_ => found.Count < most))
            {
                after = head;
                if (audience.Includes(caller, head.Case)) found.Add(head);
            }

            if (heads.Count < Cursor.LargestLimit && (heads.Count == 0 || after == heads[^1])) return Page(found, null);
        }

        return Page(found, after);
    }

    private static Page<Item> Page(List<CaseHead> heads, CaseHead? last) => new(
        [.. heads.Select(h => new Item(h.Case, h.Process, h.Stage, h.Party, h.LodgedOn, h.DueOn, h.Result, h.LastAt))],
        last is null ? null : Cursor.Of(new Keys(last.LastAt, last.Case)));

    private static CaseHead Position(Keys keys) => new(keys.Case, 0, "", keys.LastAt, CaseStage.None, "", "", default, null, null, null);
}
