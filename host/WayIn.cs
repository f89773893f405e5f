using Workflow.Host.Answers;
using Workflow.Host.Opening;

namespace Workflow.Host;

/// <summary>How a request comes in: where the host listens, from whom it believes what, and how much it takes.</summary>
internal static class WayIn
{
    private static readonly string[] Elsewhere = ["URLS", "HTTP_PORTS", "HTTPS_PORTS"];

    /// <summary>Listens where the options say, else where ASP.NET's own settings say, else at the default.</summary>
    internal static void Listen(this WebApplicationBuilder builder, ServeOptions options)
    {
        builder
            .WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = Bodies.MaxBytes;
            });
        // An option outweighs endpoints of a file, too.
        if (options.Urls is { } urls)
            builder.WebHost.UseUrls(urls).PreferHostingUrls(true);
        else if (!IsSetElsewhere(builder.Configuration))
            builder.WebHost.UseUrls(ServeOptions.DefaultUrls);
    }

    internal static IServiceCollection AddBounds(this IServiceCollection services, ServeOptions options) =>
        services
            .AddKnownHosts()
            .AddSingleton<KnownQuery>()
            .AddSingleton<TakenMediaTypes>()
            .AddRateLimiter(options.Rates.Set)
            .Configure<ForwardedHeadersOptions>(o => Proxies.Set(o, options.Proxies));

    /// <summary>What comes before everything else. Routing stands behind the path base, which it must not see.</summary>
    internal static void UseWayIn(this WebApplication app, string? pathBase, string? hosts)
    {
        app.UseForwarded(KnownHosts.Names(hosts) is not null);
        if (pathBase is { Length: > 0 })
            app.UsePathBase($"/{pathBase.Trim('/')}");
        app.UseOutgoingHeaders().UseKnownHosts(hosts).UseHead().UseRouting().UseOptions();
    }

    /// <summary>Refuses what no endpoint reads, before one is asked.</summary>
    internal static IApplicationBuilder UseKnownQuery(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                ContentCodings.Require(context);
                context.RequestServices.GetRequiredService<KnownQuery>().Require(context);
                return next(context);
            }
        );

    private static bool IsSetElsewhere(IConfiguration settings) =>
        Elsewhere.Any(name => settings[name] is { Length: > 0 }) || settings.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
