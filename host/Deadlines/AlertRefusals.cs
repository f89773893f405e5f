using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Deadlines;

/// <summary>What stands against seeing or closing alerts.</summary>
internal static class AlertRefusals
{
    /// <summary>The caller may not see alerts.</summary>
    internal static RequestRefusedException NotYours(NameValue caller) => new("alert.not_yours", ("caller", caller));

    /// <summary>Supervision and audit close the alert.</summary>
    internal static RequestRefusedException ForAudit(NameValue caller) => new("alert.for_audit", ("caller", caller));

    /// <summary>Nothing says what came of the alert.</summary>
    internal static RequestRefusedException NoReasons() => new("alert.reasons_missing");

    /// <summary>An administrator closes the alert.</summary>
    internal static RequestRefusedException NotYoursToClose(NameValue caller) => new("alert.not_yours_to_close", ("caller", caller));

    /// <summary>No open alert has this id.</summary>
    internal static RequestRefusedException Unknown() => new("alert.unknown");

    /// <summary>The request names no alert.</summary>
    internal static RequestRefusedException NoId() => new("alert.id_missing");
}
