using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Drafts;
using Workflow.Storage.Reading;

namespace Workflow.Host.Drafts;

/// <summary><c>PUT /api/cases/{number}/steps/{key}/draft</c>: saves what the caller has begun to fill in, over what was saved before.</summary>
public static class SaveDraft
{
    // Each time the case went on meanwhile; a person who saves waits for no more.
    private const int MostTries = 8;

    public sealed record Saved(int Run, DateTimeOffset SavedAt);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/cases/{number}/steps/{key}/draft", Handle)
            .Noted()
            .As("SaveDraft", "Inbox", "存草稿 / Saves the caller's own draft at an open step; anything may be missing")
            .Accepts<object>("application/json")
            .Produces<Saved>()
            .Refuses(400, 403, 404, 409, 413, 415, 422);

    private static async Task<Saved> Handle(
        HttpContext context,
        string number,
        string key,
        StepDrafts drafts,
        CaseReads reads,
        Workplace place,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        var at = DraftPlace.Require(caller, number, key, reads, place);
        var body = await Bodies.ReadJson(context.Request, text => DraftBody.Read(Fits(text), key, at.IsJoint), cancellation);
        for (var tries = 0; tries < MostTries; tries++, at = DraftPlace.Require(caller, number, key, reads, place))
        {
            var draft = new StepDraft(number, key, at.Step.Instance, caller.Id, place.Time.GetUtcNow().ToUniversalTime(), body);
            if (await drafts.Save(draft, at.State.Entries, cancellation))
                return new Saved(draft.Run, draft.SavedAt);
        }

        throw DraftRefusals.Busy(number);
    }

    private static string Fits(string text) =>
        System.Text.Encoding.UTF8.GetByteCount(text) <= StepDrafts.MostBytes ? text : throw DraftRefusals.TooLarge(StepDrafts.MostBytes);
}
