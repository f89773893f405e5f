using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Workflow.Host.Identity;

/// <summary>Signs in by the header <c>Authorization: Bearer TOKEN</c>.</summary>
public sealed class BearerSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    BearerTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return base.HandleChallengeAsync(properties);
    }

    private AuthenticateResult Authenticate()
    {
        if (
            !AuthenticationHeaderValue.TryParse(Request.Headers[HeaderNames.Authorization], out var header)
            || !header.Scheme.Equals(Name, StringComparison.OrdinalIgnoreCase)
        )
            return AuthenticateResult.NoResult();
        if (header.Parameter is not { Length: > 0 } token || tokens.PersonOf(token) is not { } person)
            return AuthenticateResult.Fail("Nobody's token.");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
