using System.Text.Json.Nodes;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Drafts;
using Workflow.Storage.Reading;

namespace Workflow.Host.Drafts;

/// <summary><c>GET /api/cases/{number}/steps/{key}/draft</c>: the caller's own draft at the run that is open. Nobody sees another's, a deputy no more than a head.</summary>
public static class ShowDraft
{
    public sealed record DraftAnswer(int Run, DateTimeOffset SavedAt, JsonNode Body);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/steps/{key}/draft", Handle)
            .Answers<DraftAnswer>("ShowDraft", "Inbox", "看草稿 / The caller's own draft at an open step")
            .Refuses(403, 404, 409, 422);

    private static DraftAnswer Handle(HttpContext context, string number, string key, StepDrafts drafts, CaseReads reads, Workplace place)
    {
        var caller = Caller.Of(context);
        var at = DraftPlace.Require(caller, number, key, reads, place);
        return drafts.Find(number, key, at.Step.Instance, caller.Id) is { } draft
            ? new DraftAnswer(draft.Run, draft.SavedAt, JsonNode.Parse(draft.Body)!)
            : throw DraftRefusals.None(caller.Id, key);
    }
}
