using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;
using Workflow.Definitions.Wording;
using Workflow.Host.Wording;

namespace Workflow.Host.Waking;

/// <summary>Has the dashboard call a job by its first argument in Chinese and by its second in English, as the browser prefers.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpokenTitleAttribute() : JobDisplayNameAttribute("{0}")
{
    public override string Format(DashboardContext context, Job job) => $"{job.Args[Words.OfPage.Language == Language.En ? 1 : 0]}";
}
