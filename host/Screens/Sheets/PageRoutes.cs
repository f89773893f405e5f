using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Screens.Sheets;

/// <summary>Marks an endpoint that answers people in a browser: what it refuses is a page as well.</summary>
public sealed record BrowserPage;

/// <summary>How a page is mapped and answered: a person signed in by cookie or token, nothing from elsewhere, nothing kept.</summary>
internal static class PageRoutes
{
    private static readonly AuthorizationPolicy People = new AuthorizationPolicyBuilder(BrowserSignIn.EitherWay)
        .RequireAuthenticatedUser()
        .Build();

    // Everything that a page shows comes from this host, and no page shows another.
    private const string Policy =
        "default-src 'none'; base-uri 'self'; form-action 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; frame-ancestors 'none'";

    /// <summary>What pages are written with. Chinese stands in them as it is, and not as numbers of signs.</summary>
    internal static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.AddSingleton<PageOfRefusal>(RefusedModel.Show).AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    internal static RouteHandlerBuilder AsPage(this RouteHandlerBuilder route) =>
        route.WithMetadata(new BrowserPage()).RequireAuthorization(People).ExcludeFromDescription();

    /// <summary>Sends what was filled in; what is no command, or is refused before the case is asked, is refused as the case would: on the form.</summary>
    internal static async Task<RunnerAnswer> Answered(Func<Task<RunnerAnswer>> send)
    {
        try
        {
            return await send();
        }
        catch (JsonException e)
        {
            return new NotWritten(Bodies.Malformed(e).Refusal);
        }
        catch (RequestRefusedException e)
        {
            return new NotWritten(e.Refusal);
        }
    }

    /// <summary>Answers with a page that says what stands against what was sent, with all that was filled in.</summary>
    internal static IResult Refused<TPage, TModel>(HttpContext context, TModel model, Refusal refusal)
        where TPage : IComponent
        where TModel : class
    {
        context.Items[ProblemAnswer.CodeOf] = refusal.Code;
        return Show<TPage, TModel>(context, model, HostMessages.Status(refusal));
    }

    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="model">What it shows.</param>
    /// <param name="status">Its status.</param>
    internal static IResult Show<TPage, TModel>(HttpContext context, TModel model, int status = StatusCodes.Status200OK)
        where TPage : IComponent
        where TModel : class
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        return new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status };
    }
}
