using Microsoft.AspNetCore.HttpOverrides;

namespace Workflow.Host.Answers;

/// <summary>What proxies pass on of how a request came.</summary>
public static class Forwarded
{
    /// <summary>
    /// Refuses what no proxy says honestly: addresses of pages are made of it. The name of the host is believed of a proxy only where
    /// <c>AllowedHosts</c> says which names there are.
    /// </summary>
    public static IApplicationBuilder UseForwarded(this IApplicationBuilder app, bool knowsHosts)
    {
        if (!knowsHosts)
            app.Use(
                (context, next) =>
                {
                    context.Request.Headers.Remove(ForwardedHeadersDefaults.XForwardedHostHeaderName);
                    return next(context);
                }
            );
        app.UseForwardedHeaders();
        return app.Use(
            (context, next) =>
                Unfit(context.Request) is { } found
                    ? ProblemAnswer.Of(context, RequestRefusals.Forwarded(found).Refusal).ExecuteAsync(context)
                    : next(context)
        );
    }

    private static string? Unfit(HttpRequest request) =>
        request.Scheme is not ("http" or "https") ? request.Scheme
        : IsOnePath(request.PathBase.Value ?? "") ? null
        : request.PathBase.Value;

    // A path of this host: neither the name of another nor a step up or aside.
    private static bool IsOnePath(string prefix) =>
        prefix.Length == 0
        || (
            prefix.Length <= LongestPrefix
            && prefix[0] == '/'
            && prefix[1..].TrimEnd('/').Split('/').All(part => part is not ("" or "." or "..") && part.All(IsPlain))
        );

    private static bool IsPlain(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or '~';

    private const int LongestPrefix = 200;
}
