using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflow.Host.Wording;

namespace Workflow.Host.Identity;

/// <summary><c>/sign-in</c>: a page to type a token into, for pages that a browser opens; <c>/sign-out</c> ends it.</summary>
public static class SignInPage
{
    public const string Path = "/sign-in";

    /// <summary>The name of the address to go on to.</summary>
    public const string Return = "return";

    private const string End = "/sign-out";
    private const int LongestToken = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(Path, (HttpContext context, IAntiforgery forgery) => Page(context, forgery, null))
            .AllowAnonymous()
            .ExcludeFromDescription();
        routes.MapPost(Path, SignIn).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        routes.MapPost(End, SignOut).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
    }

    private static async Task<IResult> SignIn(HttpContext context, IAntiforgery forgery, BearerTokens tokens)
    {
        // Asked here and not by the framework's filter, which answers a stale form with a blank page.
        if (!await forgery.IsRequestValidAsync(context))
            return Page(context, forgery, "sign-in.again");
        var token = (await context.Request.ReadFormAsync()).TryGetValue("token", out var typed) ? typed.ToString().Trim() : "";
        if (token.Length is 0 or > LongestToken || await BrowserSignIn.SignIn(context, tokens, token) is null)
            return Page(context, forgery, "sign-in.unknown");
        return Results.LocalRedirect(Target(context));
    }

    private static async Task<IResult> SignOut(HttpContext context, IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(context))
            return Page(context, forgery, "sign-in.again");
        await context.SignOutAsync(BrowserSignIn.Name);
        return Results.LocalRedirect(Path);
    }

    // Only addresses of this host: a link to the sign-in must not lead somebody who has signed in elsewhere.
    private static string Target(HttpContext context) =>
        context.Request.Query[Return].ToString() is { Length: > 1 } target && IsPageHere(target) ? target : Path;

    private static bool IsPageHere(string target) => RedirectHttpResult.IsLocalUrl(target) && !target.Any(char.IsControl);

    private const string Letters = """font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; margin: 0; min-height: 100vh;""";

    private const string Fields = "padding: .6rem; margin: .4rem 0 1rem; border: 1px solid GrayText; border-radius: 6px";

    private const string Room = "display: grid; place-items: center; background: Canvas; color: CanvasText; color-scheme: light dark";

    private static IResult Page(HttpContext context, IAntiforgery forgery, string? problem)
    {
        var (words, fields) = (Words.Of(context), forgery.GetAndStoreTokens(context));
        var html = $$"""
            <!doctype html>
            <html lang="{{words.Tag}}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{Html.Safe(
                words["sign-in.title"]
            )}}</title>
            <style>
            body { {{Letters}} {{Room}} }
            main { width: min(24rem, 90vw) } label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
            input, button { {{Fields}} } .problem { color: #b3261e }
            </style></head>
            <body><main><h1>{{Html.Safe(words["sign-in.title"])}}</h1>
            {{Told(words, problem)}}
            <form method="post"><input type="hidden" name="{{Html.Safe(fields.FormFieldName)}}" value="{{Html.Safe(fields.RequestToken!)}}">
            <label for="token">{{Html.Safe(
                words["sign-in.token"]
            )}}</label><input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
            <button>{{Html.Safe(words["sign-in.button"])}}</button></form></main></body></html>
            """;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static string Told(Words words, string? problem) =>
        problem is null ? "" : $"<p class=\"problem\" role=\"alert\">{Html.Safe(words[problem])}</p>";
}
