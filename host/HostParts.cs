using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging.Console;
using Workflow.Definitions.Wording;
using Workflow.Host.Access;
using Workflow.Host.Acting;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Host.Telemetry;
using Workflow.Host.Waking;
using Workflow.Host.Wording;
using Workflow.Storage.Access;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Drafts;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;
using Workflow.Storage.Vaults;

namespace Workflow.Host;

/// <summary>The parts that the web host is put together from.</summary>
public static class HostParts
{
    /// <summary>One JSON object per line on standard error: standard output is for answers.</summary>
    public static IServiceCollection AddStructured(this ILoggingBuilder logs, LogLevel from) =>
        logs.ClearProviders()
            .AddFilter(level => level >= from)
            .AddJsonConsole(o => o.TimestampFormat = "O")
            .AddFilter("Hangfire", Least(from, LogLevel.Warning))
            .AddFilter("Microsoft.AspNetCore", Least(from, LogLevel.Warning))
            .AddFilter("Microsoft.AspNetCore.DataProtection", Least(from, LogLevel.Error))
            .Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);

    // A filter by name outweighs the general one, which may ask for less.
    private static LogLevel Least(LogLevel from, LogLevel named) => from > named ? from : named;

    public static IServiceCollection AddWorkplace(this IServiceCollection services, Workplace place) =>
        services
            .AddSingleton(place)
            .AddSingleton(place.Folder.Register)
            .AddSingleton(place.Runner)
            .AddSingleton(new BearerTokens(place.Database, place.Time))
            .AddReads(place.Database)
            .AddSingleton<AccessBatch>()
            .AddHostedService(s => s.GetRequiredService<AccessBatch>())
            .AddSingleton<Today>()
            .AddSingleton<OwnCases>()
            .AddSingleton<ShownTokens>()
            .AddSingleton<WorkList>()
            .AddSingleton<CopyList>()
            .AddSingleton<CaseList>()
            .AddSingleton<Candidates>()
            .AddSingleton<CommandSender>()
            .AddSingleton<Measures>()
            .AddSingleton<Exporting>();

    private static IServiceCollection AddReads(this IServiceCollection services, Database database) =>
        services
            .AddSingleton(new CaseReads(database))
            .AddSingleton(new InboxReads(database))
            .AddSingleton(new OfficeTasks(database))
            .AddSingleton(new StepDrafts(database))
            .AddSingleton(new CalendarReads(database))
            .AddSingleton(new Adoptions(database))
            .AddSingleton(new AlertList(database))
            .AddSingleton(new FileStore(database))
            .AddSingleton(Administration.Log(database))
            .AddSingleton(new AccessReads(database))
            .AddSingleton(new CaseReadings(database))
            .AddSingleton(new CopyReads(database));

    /// <summary>Default deny: every endpoint needs a person's token unless it says otherwise.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services
            .AddAuthentication(BrowserSignIn.ByEndpoint)
            .AddScheme<AuthenticationSchemeOptions, BearerSignIn>(BearerSignIn.Name, null)
            .AddBrowser();
        services.AddSingleton(s => new BrowserSessions(s.GetRequiredService<Workplace>().Time));
        services.AddOptions<CookieAuthenticationOptions>(BrowserSignIn.Name).Configure<BrowserSessions>((o, kept) => o.SessionStore = kept);
        services.AddAntiforgery();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    public static IServiceCollection AddAnswers(this IServiceCollection services) =>
        services
            .AddProblemDetails()
            .AddExceptionHandler<ProblemHandler>()
            .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true)
            .ConfigureHttpJsonOptions(o => AnswerJson.Set(o.SerializerOptions, Words.In(Language.Zh)));

    public static IServiceCollection AddWaking(this IServiceCollection services, Workplace place, ServeOptions options, SealRound seals) =>
        services.AddWaking(logs =>
        {
            var log = logs.CreateLogger("Workflow.Outbox");
            var send = options.Webhook is { } address ? Relay.ToWebhook(new HttpClient(), address) : Relay.ToLog(log);
            return RecurringWork.All(place, new Relay(new Outbox(place.Database), send, place.Time), seals);
        });

    /// <summary>What auditors use: seals, long work and jobs.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services, SealRound seals) =>
        services
            .AddSingleton(seals)
            .AddSingleton<LongWork>()
            .AddSingleton(s => new RunningJobs(s.GetRequiredService<Workplace>().Time, s.GetRequiredService<ILogger<RunningJobs>>()))
            .AddHostedService(s => s.GetRequiredService<RunningJobs>());

    /// <summary>The rounds of sealing, with the places outside that the options name.</summary>
    public static SealRound Seals(Workplace place, ServeOptions options) =>
        new(
            place.Database,
            place.Time,
            options.Receipts is { } folder ? new ReceiptFolder(folder) : null,
            options.Authority is { } address ? new TimestampAuthority(new HttpClient(), address) : null
        );
}
