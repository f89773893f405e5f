using Workflow.Engine.Record.Refusals;
using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>Problem documents of RFC 9457 in the language asked for: the title says what kind of thing went wrong, the detail is the sentence.</summary>
public static class ProblemAnswer
{
    /// <summary>The key under which a request remembers the code it was refused with.</summary>
    public static readonly object CodeOf = new();

    /// <summary>Answers with a refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">What stands against it.</param>
    /// <param name="status">The status that the server has set already; null for that of the refusal.</param>
    public static IResult Of(HttpContext context, Refusal refusal, int? status = null)
    {
        var words = Words.Of(context);
        var (told, code) = (words.Tell(refusal), status ?? HostMessages.Status(refusal));
        context.Items[CodeOf] = told.Code;
        if (context.RequestServices.GetService<PageOfRefusal>()?.Invoke(context, told, Title(words, told.Code, code), code) is { } page)
            return page;
        return Results.Problem(
            detail: told.Sentence,
            instance: context.Request.Path,
            statusCode: code,
            title: Title(words, told.Code, code),
            type: $"urn:workflow:problem:{told.Code}",
            extensions: More(told)
        );
    }

    /// <summary>The name under which a request stands in the log and in traces.</summary>
    /// <remarks>The framework writes the same into the document.</remarks>
    public static string Trace(HttpContext context) => System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;

    // A conflict and an unfit content have a title for each kind of refusal; for the rest the status says enough.
    private static string Title(Words words, string code, int status)
    {
        var kind = code[..code.IndexOf('.', StringComparison.Ordinal)];
        return words.Has($"title.{status}.{kind}") ? words[$"title.{status}.{kind}"] : words[$"status.{status}"];
    }

    private static Dictionary<string, object?> More(RefusalWords told)
    {
        var more = new Dictionary<string, object?> { ["code"] = told.Code };
        if (told.WayOut is not null)
            more["wayOut"] = told.WayOut;
        if (told.Values is { } values)
            more["values"] = values;
        return more;
    }
}

/// <summary>Answers a refusal as a page; null where a program asked.</summary>
/// <param name="context">The request.</param>
/// <param name="told">What stands against it.</param>
/// <param name="title">What kind of thing went wrong.</param>
/// <param name="status">The status.</param>
internal delegate IResult? PageOfRefusal(HttpContext context, RefusalWords told, string title, int status);
