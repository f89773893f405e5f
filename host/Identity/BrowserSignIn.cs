using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

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

    /// <summary>Either way at an endpoint that takes a cookie, a bearer token alone everywhere else: who asks is known before anything is counted.</summary>
    public const string ByEndpoint = "ByEndpoint";

    /// <summary>Where a person signs in.</summary>
    public const string Path = "/sign-in";

    /// <summary>The name of the address to go on to.</summary>
    public const string Return = "return";

    private const string TokenHash = "token";

    // A working day: whoever comes back the next morning signs in again.
    private static readonly TimeSpan LongestStay = TimeSpan.FromHours(10);

    public static AuthenticationBuilder AddBrowser(this AuthenticationBuilder sign) =>
        sign.AddCookie(Name, Set)
            .AddPolicyScheme(EitherWay, null, o => o.ForwardDefaultSelector = Way)
            .AddPolicyScheme(ByEndpoint, null, o => o.ForwardDefaultSelector = WayOfEndpoint);

    // By the policy that lets people in there, so that a page is never counted as nobody's.
    private static string WayOfEndpoint(HttpContext context) => TakesCookie(context) ? Way(context) : BearerSignIn.Name;

    // An address that leads nowhere is told so to whoever is signed in, as any page would tell them.
    private static bool TakesCookie(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint
            ? endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>().Any(p => p.AuthenticationSchemes.Contains(EitherWay))
            : IsBrowser(context);

    /// <summary>Whether somebody sits before a browser where no endpoint says so: whoever asks for pages outside the interface.</summary>
    internal static bool IsBrowser(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api")
        && context.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

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
        // To an address of this host, whatever name the request called it by.
        cookie.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>The hash of the token that somebody signed in by; null for none.</summary>
    internal static string? TokenOf(ClaimsPrincipal? person) => person?.FindFirstValue(TokenHash);

    private static async Task StillHolds(CookieValidatePrincipalContext context)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<BearerTokens>();
        if (TokenOf(context.Principal) is { } hash && tokens.PersonOfHash(hash) is not null)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Name);
    }
}
