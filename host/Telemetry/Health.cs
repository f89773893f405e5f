using System.Text.Json.Serialization;

namespace Workflow.Host.Telemetry;

/// <summary>How ready the host is to serve.</summary>
public enum Health
{
    /// <summary>It serves, and due work is done in time.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>It serves, and catches up on due work.</summary>
    [JsonStringEnumMemberName("catching-up")]
    CatchingUp,

    /// <summary>Due work is late, and nobody sweeps.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>The database cannot be written.</summary>
    [JsonStringEnumMemberName("unwritable")]
    Unwritable,

    /// <summary>The access log waits to be written, so nothing is shown.</summary>
    [JsonStringEnumMemberName("log-full")]
    LogFull,
}
