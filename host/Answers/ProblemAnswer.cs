using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>Problem documents of RFC 9457: title in the reader's language, detail the sentence, and a stable code.</summary>
public static class ProblemAnswer
{
    /// <summary>The key under which a request remembers the code it was refused with.</summary>
    public static readonly object CodeOf = new();

    public static IResult Of(HttpContext context, int status, string code, string sentence, string? wayOut = null)
    {
        context.Items[CodeOf] = code;
        return Results.Problem(
            detail: sentence,
            instance: context.Request.Path,
            statusCode: status,
            title: Words.Of(context) is var words && words.Refusal(code) is { } known ? known : words[$"status.{status}"],
            type: $"urn:workflow:problem:{code}",
            extensions: wayOut is null
                ? new Dictionary<string, object?> { ["code"] = code }
                : new Dictionary<string, object?> { ["code"] = code, ["wayOut"] = wayOut });
    }

    public static IResult Of(HttpContext context, Refusal refusal) =>
        Of(context, RefusalStatus.Of(refusal.Code), refusal.Code, refusal.English.Sentence, refusal.English.WayOut);
}
