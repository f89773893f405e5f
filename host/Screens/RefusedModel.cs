using Microsoft.AspNetCore.Diagnostics;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens;

/// <summary>Why a page is not shown.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Title">What kind of thing went wrong.</param>
/// <param name="Told">What exactly, and what helps.</param>
public sealed record RefusedModel(Frame Frame, string Title, RefusalWords Told)
{
    /// <summary>Whether a request asked for a page. The handler of exceptions forgets which endpoint it was, and keeps it aside.</summary>
    private static bool IsForPeople(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is RouteEndpoint endpoint
            ? endpoint.Metadata.GetMetadata<BrowserPage>() is not null
            : IsBrowser(context);

    // Where there is no endpoint, or not for this method: whoever asks for pages outside the interface sits before a browser.
    private static bool IsBrowser(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api")
        && context.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Answers a refusal as a page; null where a program asked.</summary>
    internal static IResult? Show(HttpContext context, RefusalWords told, string title, int status)
    {
        if (!IsForPeople(context))
            return null;
        // Who is refused as a person, such as one who left the register, has no frame of their own.
        var frame = new Frame(Words.Of(context), title, "", context.Request.PathBase);
        return PageRoutes.Show<RefusedPage, RefusedModel>(context, new RefusedModel(frame, title, told), status);
    }
}
