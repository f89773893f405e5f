using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers.Json;
using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>Problem documents of RFC 9457 in the language asked for: the title names the subject, the detail is the sentence.</summary>
public static class ProblemAnswer
{
    /// <summary>The key under which a request remembers the code it was refused with.</summary>
    public static readonly object CodeOf = new();

    /// <summary>One thing that is wrong in a body.</summary>
    /// <param name="Pointer">Where it is: a JSON pointer (RFC 6901) as a fragment, such as <c>#/by/amount</c>.</param>
    /// <param name="Code">The stable name of what is wrong.</param>
    /// <param name="Detail">The sentence.</param>
    /// <param name="WayOut">What to do instead; null when there is nothing.</param>
    public sealed record PointedError(string Pointer, string Code, string Detail, string? WayOut);

    /// <summary>Answers with what stands against a request, and with everything that is wrong in its body.</summary>
    public static IResult Of(HttpContext context, RequestRefusedException refused) =>
        Of(context, refused.Refusal, null, refused.Faults.IsEmpty ? null : [.. refused.Faults.Select(f => Error(f, Words.Of(context)))]);

    /// <summary>Answers with a refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">What stands against it.</param>
    /// <param name="status">The status that the server has set already; null for that of the refusal.</param>
    public static IResult Of(HttpContext context, Refusal refusal, int? status = null) => Of(context, refusal, status, null);

    private static PointedError Error(BodyFault fault, Words words)
    {
        var said = words.Say(fault.Told);
        return new PointedError(fault.Place.Pointer, fault.Reason.Code, said.Sentence, said.WayOut);
    }

    private static IResult Of(HttpContext context, Refusal refusal, int? status, IReadOnlyList<PointedError>? errors)
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
            extensions: More(told, errors)
        );
    }

    /// <summary>The name under which a request stands in the log and in traces.</summary>
    /// <remarks>The framework writes the same into the document.</remarks>
    public static string Trace(HttpContext context) => System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;

    // Conflicts and unfit contents are headed by their subject, which claims nothing that the sentence could contradict;
    // for the rest the status says enough.
    private static string Title(Words words, string code, int status) =>
        status is StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity
            ? words[Subject(code)]
            : words[Status(words, status)];

    // A status that no refusal has, and only the server gives, is headed as the first of its hundred.
    private static string Status(Words words, int status) =>
        words.Has($"status.{status}") ? $"status.{status}" : $"status.{status / Hundred * Hundred}";

    private const int Hundred = 100;

    private static string Subject(string code) => $"title.{code[..code.IndexOf('.', StringComparison.Ordinal)]}";

    private static Dictionary<string, object?> More(RefusalWords told, IReadOnlyList<PointedError>? errors)
    {
        var more = new Dictionary<string, object?> { ["code"] = told.Code };
        if (told.WayOut is not null)
            more["wayOut"] = told.WayOut;
        if (told.Values is { } values)
            more["values"] = values;
        if (errors is not null)
            more["errors"] = errors;
        return more;
    }
}

/// <summary>Answers a refusal as a page; null where a program asked.</summary>
/// <param name="context">The request.</param>
/// <param name="told">What stands against it.</param>
/// <param name="title">What kind of thing went wrong.</param>
/// <param name="status">The status.</param>
internal delegate IResult? PageOfRefusal(HttpContext context, RefusalWords told, string title, int status);
