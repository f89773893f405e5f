using Hangfire;
using Hangfire.Dashboard;
using Workflow.Host.Telemetry;
using Workflow.Host.Wording;
using Workflow.Storage.Alerts;

namespace Workflow.Host.Waking;

/// <summary>The numbers above the dashboard that Hangfire cannot know: what is due and not yet done, since when, and what waits for a person.</summary>
internal static class DashboardNumbers
{
    private static readonly DashboardMetric Backlog = Number("backlog", page => Measured(page).Backlog);
    private static readonly DashboardMetric Age = Number("age", page => (long)Measured(page).OldestDueAge.TotalSeconds);
    private static readonly DashboardMetric Alerts = Number("alerts", page => Service<AlertList>(page).Open().Count);

    private static readonly Lazy<IGlobalConfiguration> Shown = new(() =>
        GlobalConfiguration.Configuration.UseDashboardMetrics(Backlog, Age, Alerts)
    );

    /// <summary>Puts them on the first page; Hangfire's list of them is one for the process.</summary>
    internal static void ShowOnce() => _ = Shown.Value;

    private static DashboardMetric Number(string name, Func<RazorPage, long> count) =>
        new($"workflow:{name}", Words.Both($"dashboard.{name}"), page => Worrying(count(page)));

    private static Metric Worrying(long count) => new(count) { Style = count == 0 ? MetricStyle.Success : MetricStyle.Danger };

    private static Measures Measured(RazorPage page) => Service<Measures>(page);

    // Asked of the request, not remembered: one process may hold several hosts.
    private static T Service<T>(RazorPage page)
        where T : notnull => page.Context.GetHttpContext().RequestServices.GetRequiredService<T>();
}
