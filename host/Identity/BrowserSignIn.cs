using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Workflow.Host.Identity;

/// <summary>
/// Signs a browser in by a cookie that stands for a bearer token: it ends with the token, and pages alone accept it. The
/// interface under <c>/api</c> never does, so that no foreign page can use it through somebody's browser.
/// </summary>
public static class BrowserSignIn
{
    /// <summary>The cookie alone.</summary>
    public const string Name = "Browser";

    /// <summary>A bearer token where one is sent, otherwise the cookie.</summary>
    public const string EitherWay = "BearerOrBrowser";

    /// <summary>Where a person signs in.</summary>
    public const string Path = "/sign-in";

    /// <summary>The name of the address to go on to.</summary>
    public const string Return = "return";

    private const string TokenHash = "token";

    // A working day: whoever comes back the next morning signs in again.
    private static readonly TimeSpan LongestStay = TimeSpan.FromHours(10);

    public static AuthenticationBuilder AddBrowser(this AuthenticationBuilder sign) =>
        sign.AddCookie(Name, Set).AddPolicyScheme(EitherWay, null, o => o.ForwardDefaultSelector = Way);

    private static string Way(HttpContext context) => context.Request.Headers.Authorization.Count > 0 ? BearerSignIn.Name : Name;

    /// <summary>Signs in the person of a token; false when it is nobody's.</summary>
    public static async Task<string?> SignIn(HttpContext context, BearerTokens tokens, string token)
    {
        if (tokens.PersonOf(token) is not { } person)
            return null;
        await context.SignInAsync(Name, new ClaimsPrincipal(Identity(person, token)));
        return person;
    }

    private static ClaimsIdentity Identity(string person, string token) =>
        new([new Claim(ClaimTypes.NameIdentifier, person), new Claim(TokenHash, BearerTokens.Hash(token))], Name);

    private static void Set(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "workflow";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = LongestStay;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = Path;
        cookie.ReturnUrlParameter = Return;
        cookie.Events.OnValidatePrincipal = StillHolds;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task StillHolds(CookieValidatePrincipalContext context)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<BearerTokens>();
        if (context.Principal?.FindFirstValue(TokenHash) is { } hash && tokens.PersonOfHash(hash) is not null)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Name);
    }
}
