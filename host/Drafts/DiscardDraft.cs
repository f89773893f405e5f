using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Drafts;
using Workflow.Storage.Reading;

namespace Workflow.Host.Drafts;

/// <summary><c>DELETE /api/cases/{number}/steps/{key}/draft</c>: throws the caller's own draft away, whether there is one or not.</summary>
public static class DiscardDraft
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/cases/{number}/steps/{key}/draft", Handle)
            .Noted()
            .As("DiscardDraft", "Inbox", "弃草稿 / Throws the caller's own draft away")
            .Produces(204)
            .Refuses(403, 404);

    private static async Task<IResult> Handle(
        HttpContext context,
        string number,
        string key,
        StepDrafts drafts,
        CaseReads reads,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        CaseAccess.Require(caller, reads.State(number), number);
        await drafts.Discard(number, key, caller.Id, cancellation);
        return Results.NoContent();
    }
}
