using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflow.Definitions.Wording;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>A story as people tell it: day by day what happened, how the clocks stood, who had to act.</summary>
/// <param name="Title">The story's title.</param>
/// <param name="Cases">The cases in the order of their opening.</param>
/// <param name="Days">The days on which something was recorded.</param>
public sealed record Timeline(string Title, ImmutableArray<TimelineCase> Cases, ImmutableArray<TimelineDay> Days)
{
    private static readonly TimelineContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = true,
        }
    );

    /// <summary>The language in which it is told.</summary>
    [JsonIgnore]
    public Language Language { get; init; }

    /// <summary>Returns the timeline as JSON for machines.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Context.Timeline);
}

/// <summary>A case of the story.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Process">The process's id.</param>
/// <param name="Title">The process's title.</param>
/// <param name="Parties">The parties in words.</param>
/// <param name="Result">Its result at the end of the story; null while it is open.</param>
public sealed record TimelineCase(string Number, string Process, string Title, string Parties, string? Result)
{
    /// <summary>What people call the result; null while it is open.</summary>
    public string? ResultTitle { get; init; }
}

/// <summary>A day.</summary>
/// <param name="Day">The day in the authority's zone.</param>
/// <param name="Entries">What was recorded, in order.</param>
/// <param name="Clocks">The open clocks at its end.</param>
/// <param name="Inbox">Who had to act at its end.</param>
public sealed record TimelineDay(
    DateOnly Day,
    ImmutableArray<TimelineEntry> Entries,
    ImmutableArray<TimelineClock> Clocks,
    ImmutableArray<TimelineTask> Inbox
);

/// <summary>One decision.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">The entry's number.</param>
/// <param name="Time">The recorded time of day.</param>
/// <param name="Actor">Who, as the ledger names them.</param>
/// <param name="Words">Who did what.</param>
/// <param name="EffectiveOn">The effective day where it is another; null otherwise.</param>
/// <param name="Events">What happened, one line each.</param>
public sealed record TimelineEntry(
    string Case,
    long Number,
    TimeOnly Time,
    string Actor,
    string Words,
    DateOnly? EffectiveOn,
    ImmutableArray<string> Events
);

/// <summary>An open clock at the end of a day.</summary>
/// <param name="Case">The case.</param>
/// <param name="Clock">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="DueOn">The last day; null while it stands still.</param>
/// <param name="Lamp">Its lamp.</param>
/// <param name="Left">Units left while it stands still; null otherwise.</param>
/// <param name="Provisional">Whether the calendar of its last day is not published yet.</param>
/// <param name="PromiseOn">The promise's last day; null without one.</param>
/// <param name="PromiseLamp">The promise's lamp.</param>
public sealed record TimelineClock(
    string Case,
    string Clock,
    string Title,
    DateOnly? DueOn,
    string Lamp,
    int? Left,
    bool Provisional,
    DateOnly? PromiseOn,
    string? PromiseLamp
);

/// <summary>A task at the end of a day.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">The step's key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who may act, in words.</param>
public sealed record TimelineTask(string Case, string Step, string Title, string Who);

/// <summary>Source-generated contracts: no reflection at run time.</summary>
[JsonSerializable(typeof(Timeline))]
internal sealed partial class TimelineContext : JsonSerializerContext;
