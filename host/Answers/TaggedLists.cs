using System.Security.Cryptography;
using System.Text.Json;
using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>Lists that are asked for again and again: each page has a validator, and whoever has the page already is told so.</summary>
internal static class TaggedLists
{
    /// <summary>Gives each answer of an endpoint that lists things its validator.</summary>
    internal static RouteHandlerBuilder Tagged(this RouteHandlerBuilder route) => route.AddEndpointFilter(Tag);

    // Over the bytes themselves: two answers with one validator are one answer, whoever asks and in whichever language.
    private static async ValueTask<object?> Tag(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (answer, http) = (await next(context), context.HttpContext);
        if (Listed(answer) is not { } listed)
            return answer;
        var body = JsonSerializer.SerializeToUtf8Bytes(listed, listed.GetType(), Words.Of(http).Json);
        return EntityTags.Has(http, Convert.ToHexStringLower(SHA256.HashData(body))[..16])
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, "application/json; charset=utf-8");
    }

    // What is listed; null for another answer, such as a refusal.
    private static object? Listed(object? answer) =>
        answer switch
        {
            IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) } => null,
            IValueHttpResult { Value: { } value } => value,
            IResult => null,
            _ => answer,
        };
}
