using Microsoft.Net.Http.Headers;

namespace Workflow.Host.Answers;

/// <summary>The methods that every path has: HEAD answers as GET does, without the body, and OPTIONS names the others.</summary>
public static class MethodNames
{
    // The server itself leaves out the body of an answer to HEAD, whatever routing takes the request for.
    public static IApplicationBuilder UseHead(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsHead(context.Request.Method))
                    context.Request.Method = HttpMethods.Get;
                return next(context);
            }
        );

    /// <summary>Stands behind routing, which answers a method that a path does not have with the names of those it has.</summary>
    public static IApplicationBuilder UseOptions(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    !HttpMethods.IsOptions(context.Request.Method)
                    || context.GetEndpoint() is not { RequestDelegate: { } answer }
                    || context.GetEndpoint() is RouteEndpoint
                )
                {
                    await next(context);
                    return;
                }

                await answer(context);
                var methods = context.Response.Headers.Allow.ToString().Split(", ", StringSplitOptions.RemoveEmptyEntries);
                context.Response.Headers[HeaderNames.Allow] = string.Join(
                    ", ",
                    methods.Concat(methods.Contains("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"])
                );
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            }
        );
}
