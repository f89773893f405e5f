using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Arriving;

/// <summary><c>/language</c>: pages speak the language that was chosen from now on.</summary>
public static class SpeakPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", Handle).AsPage().AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Handle(HttpContext context, CancellationToken cancellation)
    {
        var form = await PageForm.Read(context, cancellation);
        var words = Words.In(form["to"] ?? "");
        context.Response.Cookies.Append(
            Words.Cookie,
            words.Tag,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                Path = $"{context.Request.PathBase}/",
            }
        );
        return Results.LocalRedirect(form["back"] is { } back && PageForm.IsPageHere(back) ? back : $"{context.Request.PathBase}/work");
    }
}
