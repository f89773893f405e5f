using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Workflow.Definitions.Registers;
using Workflow.Host.Acting;
using Workflow.Host.Identity;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Arriving;

/// <summary><c>/sign-in</c>: a page to type a token into, for pages that a browser opens; <c>/sign-out</c> ends it.</summary>
public static class SignInPage
{
    private const string Path = BrowserSignIn.Path;

    private const string End = "/sign-out";
    private const int LongestToken = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context, IAntiforgery forgery) => Page(context, forgery, null)).AsPage().AllowAnonymous();
        routes.MapPost(Path, SignIn).AsPage().AllowAnonymous().DisableAntiforgery();
        routes.MapPost(End, (Delegate)SignOut).AsPage().AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> SignIn(
        HttpContext context,
        IAntiforgery forgery,
        BearerTokens tokens,
        CancellationToken cancellation
    )
    {
        if (await PageForm.ReadFresh(context, cancellation) is not { } form)
            return Page(context, forgery, "sign-in.again");
        var token = form["token"]?.Trim() ?? "";
        if (token.Length is 0 or > LongestToken || await BrowserSignIn.SignIn(context, tokens, token) is null)
            return Page(context, forgery, "sign-in.unknown");
        return Results.LocalRedirect(Target(context));
    }

    // However long the page stood open: whoever goes is gone. Another site cannot ask for it, since it sends no cookie of this one.
    private static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(BrowserSignIn.Name);
        return Results.LocalRedirect($"{context.Request.PathBase}{Path}");
    }

    // Only addresses of this host: a link to the sign-in must not lead somebody who has signed in elsewhere.
    private static string Target(HttpContext context) =>
        context.Request.Query[BrowserSignIn.Return].ToString() is { Length: > 1 } target && PageForm.IsPageHere(target)
            ? target
            : $"{context.Request.PathBase}/work";

    private static IResult Page(HttpContext context, IAntiforgery forgery, string? problem)
    {
        var words = Words.Of(context);
        var frame = new Frame(words, words["sign-in.title"], Path, context.Request.PathBase)
        {
            Forgery = forgery.GetAndStoreTokens(context),
            Address = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}",
        };
        return PageRoutes.Show<SignInSheet, SignInModel>(
            context,
            new SignInModel(frame, problem is null ? null : words[problem], [.. Cards(context, words)])
        );
    }

    private static IEnumerable<DemonstrationCard> Cards(HttpContext context, Words words)
    {
        var (services, register) = (context.RequestServices, context.RequestServices.GetRequiredService<Register>());
        var day = services.GetRequiredService<Today>().Day;
        return from token in services.GetRequiredService<ShownTokens>().Tokens
            let posts = register.Person(token.Person, day)?.Posts ?? []
            select new DemonstrationCard(token.Name, words.List(posts.Select(p => PostTitles.Of(register, p, words))), token.Token);
    }
}
