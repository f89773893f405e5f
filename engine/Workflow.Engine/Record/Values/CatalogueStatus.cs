using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>How an item stands in the catalogue on a day. The stored names are fixed for ever.</summary>
public enum CatalogueStatus
{
    /// <summary>Cases may be lodged.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Nobody may lodge for a while.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>It is no item any more, or is none yet.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Another level of government decides it.</summary>
    [JsonStringEnumMemberName("delegated")]
    Delegated,
}
