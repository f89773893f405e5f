using Hangfire;
using Hangfire.InMemory;
using Hangfire.Server;

namespace Workflow.Host.Waking;

/// <summary>Has Hangfire wake what the program does by itself: in memory, in every host. Nothing in its store is needed to go on.</summary>
public static class Waking
{
    private static readonly TimeSpan LongestHistory = TimeSpan.FromDays(1);

    public static IServiceCollection AddWaking(
        this IServiceCollection services,
        Func<ILoggerFactory, IReadOnlyList<RecurringWork>> works
    ) =>
        services
            .AddSingleton(s => works(s.GetRequiredService<ILoggerFactory>()))
            .AddSingleton<RoundsRunning>()
            .AddSingleton<IBackgroundProcess, SweepProcess>()
            .AddSingleton<IBackgroundProcess, UpcomingDeadlines>()
            // Given here and not by Hangfire's own setting, which is one for the process: two hosts in one process each have theirs.
            .AddSingleton<JobStorage>(s => Storage(s.GetRequiredService<IGlobalConfiguration>()))
            .AddHangfire(Settings)
            .AddSingleton<IBackgroundProcess, RecurringWorks>()
            .AddHangfireServer(Server);

    // It logs as soon as it is made: the settings, and the log among them, come first.
    private static InMemoryStorage Storage(IGlobalConfiguration _) =>
        new(new InMemoryStorageOptions { MaxExpirationTime = LongestHistory });

    private static void Settings(IServiceProvider services, IGlobalConfiguration hangfire)
    {
        hangfire.UseLogProvider(new HangfireLog(services.GetRequiredService<ILoggerFactory>()));
        hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings();
        DashboardNumbers.ShowOnce();
    }

    private static void Server(BackgroundJobServerOptions server)
    {
        server.WorkerCount = 2;
        server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        server.HeartbeatInterval = TimeSpan.FromSeconds(5);
        server.ServerTimeout = TimeSpan.FromSeconds(30);
        server.StopTimeout = TimeSpan.FromSeconds(5);
        server.ShutdownTimeout = TimeSpan.FromSeconds(15);
    }
}
