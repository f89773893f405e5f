using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Sheets;

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
            : BrowserSignIn.IsBrowser(context);

    /// <summary>Answers a refusal as a page; null where a program asked.</summary>
    internal static IResult? Show(HttpContext context, RefusalWords told, string title, int status)
    {
        if (!IsForPeople(context))
            return null;
        // Who is refused as a person, such as one who left the register, has no frame of their own.
        var frame = new Frame(Words.Of(context), title, "", context.Request.PathBase) { Forgery = LeavesBy(context) };
        return PageRoutes.Show<RefusedPage, RefusedModel>(context, new RefusedModel(frame, title, ForPeople(told, frame.Words)), status);
    }

    // Whoever signed in may sign out, even where no page is theirs any more.
    private static AntiforgeryTokenSet? LeavesBy(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true }
            ? context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context)
            : null;

    // Some ways out name addresses of the interface, which help nobody before a page.
    private static RefusalWords ForPeople(RefusalWords told, Words words) =>
        words.Has(Way(told.Code)) ? told with { WayOut = words[Way(told.Code)] } : told;

    private static string Way(string code) => $"page.way.{code}";
}
