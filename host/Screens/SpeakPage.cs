using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflow.Host.Answers;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens;

/// <summary><c>/language</c>: pages speak the language that was chosen from now on.</summary>
public static class SpeakPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", Handle).AsPage().AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Handle(HttpContext context, IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(context))
            throw RequestRefusals.Stale();
        var form = await context.Request.ReadFormAsync();
        var words = Words.In($"{form["to"]}");
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
        var back = $"{form["back"]}";
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) && !back.Any(char.IsControl) ? back : "/work");
    }
}
