using Quartz;

namespace Workflow.Host.Deadlines;

/// <summary>Runs one recurring work when Quartz wakes it. A tick that finds the last one still running is dropped, not queued.</summary>
[DisallowConcurrentExecution]
public sealed class RecurringJob(IReadOnlyList<RecurringWork> works, ILogger<RecurringJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var work = works.Single(w => w.Name == context.JobDetail.Key.Name);
        try
        {
            await work.Run(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The recurring work {Work} failed; it runs again in {Cadence}.", work.Name, work.Cadence);
        }
    }
}
