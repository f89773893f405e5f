using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Workflow.Host.Answers;

namespace Workflow.Host.Opening;

/// <summary>Who may say for whom a request comes: this machine, and the addresses and networks that the setting <c>PROXIES</c> lists.</summary>
public static class Proxies
{
    /// <summary>Believes the four headers of a proxy, from those alone.</summary>
    /// <exception cref="OpeningRefusedException">The setting lists something else.</exception>
    public static void Set(ForwardedHeadersOptions options, string? listed)
    {
        options.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor
            | ForwardedHeaders.XForwardedProto
            | ForwardedHeaders.XForwardedHost
            | ForwardedHeaders.XForwardedPrefix;
        foreach (var proxy in (listed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw OpeningRefusals.NoProxies($"{Settings.Prefix}PROXIES", proxy);
    }

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
