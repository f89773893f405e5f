using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace Workflow.Host.Answers;

/// <summary>Answers only under the names that the setting <c>AllowedHosts</c> lists, separated by semicolons, with a problem document under others.</summary>
public static class KnownHosts
{
    private const string Everyone = "*";

    /// <summary>The framework's own filter answers before everything else, and with a page.</summary>
    public static IServiceCollection AddKnownHosts(this IServiceCollection services) =>
        services.PostConfigure<HostFilteringOptions>(o => o.AllowedHosts = [Everyone]);

    /// <summary>The names under which the host answers; null where it does under all.</summary>
    public static IList<StringSegment>? Names(string? allowed)
    {
        IList<StringSegment> names =
        [
            .. (allowed ?? Everyone)
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(n => new StringSegment(n)),
        ];
        return names.Contains(Everyone) ? null : names;
    }

    public static IApplicationBuilder UseKnownHosts(this IApplicationBuilder app, string? allowed)
    {
        return Names(allowed) is not { } names
            ? app
            : app.Use(
                (context, next) =>
                    HostString.MatchesAny(context.Request.Host.Host, names)
                        ? next(context)
                        : ProblemAnswer.Of(context, RequestRefusals.UnknownHost(context.Request.Host.Host).Refusal).ExecuteAsync(context)
            );
    }
}
