using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>Why work was put aside, or what it had made became void. The stored names are fixed for ever.</summary>
public enum PutAside
{
    /// <summary>A return, or an outcome that goes back, runs it again.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>The outcome that led to it was taken back.</summary>
    [JsonStringEnumMemberName("taken back")]
    TakenBack,

    /// <summary>The outcome by silence that led to it was corrected.</summary>
    [JsonStringEnumMemberName("silence corrected")]
    SilenceCorrected,

    /// <summary>Something that it rests on has changed.</summary>
    [JsonStringEnumMemberName("input changed")]
    InputChanged,

    /// <summary>The case was opened again before it.</summary>
    [JsonStringEnumMemberName("reopened")]
    Reopened,

    /// <summary>A step that may be opened at any time was opened once more.</summary>
    [JsonStringEnumMemberName("opened anew")]
    OpenedAnew,

    /// <summary>Enough of the other branches were done.</summary>
    [JsonStringEnumMemberName("joined")]
    Joined,

    /// <summary>The block around it was left.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>The step around it, or the case, came to its end.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,

    /// <summary>A jump passed over it.</summary>
    [JsonStringEnumMemberName("jumped")]
    Jumped,

    /// <summary>The one drawn for it steps back.</summary>
    [JsonStringEnumMemberName("recused")]
    Recused,

    /// <summary>The promise whose breach it was to look into was kept.</summary>
    [JsonStringEnumMemberName("promise kept")]
    PromiseKept,

    /// <summary>The case was cancelled.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>The decision was revoked.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,
}
