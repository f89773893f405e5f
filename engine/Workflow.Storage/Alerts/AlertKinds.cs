namespace Workflow.Storage.Alerts;

/// <summary>The kinds of alerts that the sweep raises itself. The stored names are fixed for ever.</summary>
internal static class AlertKinds
{
    /// <summary>A case that the sweep cannot bring through.</summary>
    internal const string DeadCase = "sweep.dead";

    /// <summary>A command for another case that is refused again and again.</summary>
    internal const string DeadCommand = "pending.dead";
}
