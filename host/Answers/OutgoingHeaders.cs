using Microsoft.Net.Http.Headers;
using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>What every answer says of itself: it is not kept by browsers that others use, nothing guesses its type, and in which language it is.</summary>
public static class OutgoingHeaders
{
    public static IApplicationBuilder UseOutgoingHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Set, context);
                return next(context);
            }
        );

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (!context.Request.Path.StartsWithSegments("/api"))
            return Task.CompletedTask;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        headers.Append(HeaderNames.Vary, "Accept-Language, Authorization");
        if (IsInWords(context.Response.ContentType))
            headers.ContentLanguage = Words.Of(context).Tag;
        return Task.CompletedTask;
    }

    private static bool IsInWords(string? type) =>
        type is not null
        && (
            type.StartsWith("application/json", StringComparison.Ordinal)
            || type.StartsWith("application/problem+json", StringComparison.Ordinal)
        );
}
