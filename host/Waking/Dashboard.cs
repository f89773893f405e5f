using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Authorization;
using Workflow.Host.Access;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Waking;

/// <summary>
/// Hangfire's dashboard at <c>/hangfire</c>: what falls due next, what was done and what failed. Administrators may also delete
/// and requeue there; those who read every case only look; nobody else sees it, since it names cases without regard to whose they are.
/// </summary>
public static class Dashboard
{
    public const string Path = "/hangfire";

    private static readonly AuthorizationPolicy Readers = new AuthorizationPolicyBuilder(BrowserSignIn.EitherWay)
        .RequireAuthenticatedUser()
        .RequireAssertion(MayLook)
        .Build();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapHangfireDashboard(Path, Options()).RequireAuthorization(Readers).WithMetadata(new Polled());

    private static DashboardOptions Options() =>
        new()
        {
            // The endpoint's policy decides; Hangfire's own default would let in whoever sits at the machine.
            Authorization = [],
            IsReadOnlyFunc = context => !Caller.Of(context.GetHttpContext()).Administers,
            DashboardTitle = Words.Both("dashboard.title"),
            AppPath = null,
            DisplayStorageConnectionString = false,
            DefaultRecordsPerPage = 50,
            StatsPollingInterval = 5000,
        };

    // Every requirement is asked, this one also of somebody who has yet to sign in.
    private static bool MayLook(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true } && context.Resource is HttpContext http && Caller.Of(http).Oversees;
}
