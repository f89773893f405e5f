using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>What somebody is involved for beside the holder of a step.</summary>
public enum SideKind
{
    /// <summary>To sign before the holder.</summary>
    Before,

    /// <summary>To sign after the holder.</summary>
    After,

    /// <summary>To sign beside the holder; in a joint review to answer as one more on the roll.</summary>
    Beside,

    /// <summary>To give an opinion; nothing waits for it.</summary>
    Consult,

    /// <summary>To do the work, which then comes back to the holder.</summary>
    Work,
}

/// <summary>What is asked of somebody beside the holder of a step.</summary>
public sealed record SideTask
{
    /// <summary>Counted from 1 at the run of the step.</summary>
    public required int Number { get; init; }

    /// <summary>What for.</summary>
    public required SideKind Kind { get; init; }

    /// <summary>Who is asked; its key names kind and number, as <c>consult:2</c>.</summary>
    public required Entitlement Who { get; init; }

    /// <summary>Who asks: the natural person.</summary>
    public required string By { get; init; }

    /// <summary>What is asked; null for nothing special.</summary>
    public string? Words { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The answer in a joint review that waits for this signature; null where it waits for another reason.</summary>
    public GivenAnswer? Answer { get; init; }

    /// <summary>The reply; null before.</summary>
    public SideReply? Reply { get; init; }

    /// <summary>Whether it was taken back; null for not.</summary>
    public bool? Recalled { get; init; }

    /// <summary>Whether a reply is still waited for.</summary>
    [JsonIgnore]
    public bool IsOpen => Reply is null && Recalled is null;

    /// <summary>Every natural person who has a part in the reply: who gave it, and the one whom they stood in for; nobody before.</summary>
    [JsonIgnore]
    public IEnumerable<string> Voices =>
        Reply is not { } reply ? []
        : Who.Person is { } asked && asked != reply.By ? [reply.By, asked]
        : [reply.By];
}

/// <summary>A reply.</summary>
/// <param name="By">The natural person.</param>
/// <param name="Agrees">Whether a signer agrees.</param>
/// <param name="Opinion">Verbatim.</param>
/// <param name="On">The effective day.</param>
public sealed record SideReply(string By, bool Agrees, string Opinion, DateOnly On);
