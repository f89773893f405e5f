using System.Text.Json.Serialization;

namespace Workflow.Engine.Evidence;

/// <summary>What changed a clock, as its history tells it: a start, each cause of a move, and every way to end.</summary>
public enum ChangeCause
{
    /// <summary>It began to run.</summary>
    [JsonStringEnumMemberName("started")]
    Started,

    /// <summary>A pause began.</summary>
    [JsonStringEnumMemberName("pause")]
    Pause,

    /// <summary>A pause ended.</summary>
    [JsonStringEnumMemberName("resume")]
    Resume,

    /// <summary>It was extended.</summary>
    [JsonStringEnumMemberName("extension")]
    Extension,

    /// <summary>Another calendar is known.</summary>
    [JsonStringEnumMemberName("calendar")]
    Calendar,

    /// <summary>A clock of the case around it has moved.</summary>
    [JsonStringEnumMemberName("clamp")]
    Clamp,

    /// <summary>What had stopped it was undone.</summary>
    [JsonStringEnumMemberName("reopened")]
    Reopened,

    /// <summary>The case moved to another definition.</summary>
    [JsonStringEnumMemberName("migration")]
    Migration,

    /// <summary>The office set its length.</summary>
    [JsonStringEnumMemberName("set")]
    Set,

    /// <summary>What it waited for has happened, or it runs for nothing any more.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Its last day passed, and it is overdue.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>It is a shortest time, and its last day passed.</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,

    /// <summary>Its last day passed, and its rule ran an outcome.</summary>
    [JsonStringEnumMemberName("elapsed")]
    Elapsed,

    /// <summary>Its overdue mark was lifted.</summary>
    [JsonStringEnumMemberName("lifted")]
    Lifted,

    /// <summary>Its last day passed, and its rule waits for the calendar of that year.</summary>
    [JsonStringEnumMemberName("awaits-calendar")]
    AwaitsCalendar,
}
