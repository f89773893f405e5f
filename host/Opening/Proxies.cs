using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

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
}
