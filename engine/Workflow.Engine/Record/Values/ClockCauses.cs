using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>Why a clock was derived again, or its overdue mark lifted. The stored names are fixed for ever.</summary>
public enum ClockCause
{
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

    /// <summary>An act in time was recorded after the end: only a mark is lifted for it.</summary>
    [JsonStringEnumMemberName("recorded late")]
    RecordedLate,
}

/// <summary>What stopped a clock. The stored names are fixed for ever.</summary>
public enum StopCause
{
    /// <summary>A moment that it waited for was marked.</summary>
    [JsonStringEnumMemberName("moment")]
    Moment,

    /// <summary>The step had its outcome.</summary>
    [JsonStringEnumMemberName("outcome")]
    Outcome,

    /// <summary>The participant answered.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>The material came.</summary>
    [JsonStringEnumMemberName("received")]
    Received,

    /// <summary>What it ran for was put aside, or is another's turn.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>The block around it was left.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>The case was opened again, and it begins anew.</summary>
    [JsonStringEnumMemberName("reopened")]
    Reopened,

    /// <summary>A move to another definition ended it.</summary>
    [JsonStringEnumMemberName("migration")]
    Migration,

    /// <summary>The case was concluded.</summary>
    [JsonStringEnumMemberName("concluded")]
    Concluded,

    /// <summary>The case was closed.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}
