using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Workflow.Host.Waking;

/// <summary>How long a job that is done stays on the dashboard, and one that was deleted a minute. What came of it stands in the ledger anyhow.</summary>
/// <param name="minutes">Minutes, at least 1.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeptForAttribute(int minutes) : JobFilterAttribute, IApplyStateFilter
{
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction) =>
        context.JobExpirationTimeout = TimeSpan.FromMinutes(context.NewState is DeletedState ? 1 : minutes);

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction) { }
}
