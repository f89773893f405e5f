using Quartz;

namespace Workflow.Host.Deadlines;

/// <summary>Has Quartz run the list of recurring works: in memory, in every host.</summary>
public static class Waking
{
    public static IServiceCollection AddRecurringWorks(this IServiceCollection services, Func<ILoggerFactory, IReadOnlyList<RecurringWork>> works)
    {
        services.AddSingleton(s => works(s.GetRequiredService<ILoggerFactory>()));
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            // A wake-up goes by the machine's clock. By the cases' clock, which a demonstration or a test sets, a leap over
            // several ticks counts as missed, and the next tick never comes while that clock stands.
            quartz.UseTimeProvider(TimeProvider.System);
            foreach (var (name, cadence) in RecurringWork.Cadences) Add(quartz, name, cadence);
        });
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Add(IQuartzBuilder quartz, string name, TimeSpan cadence)
    {
        quartz.AddJob<RecurringJob>(job => job.WithIdentity(name).DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).StartNow()
            .WithSimpleSchedule(s => s.WithInterval(cadence).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
    }
}
