using System.Text.Json.Serialization;

namespace Workflow.Storage.Access;

/// <summary>Who read or administered what.</summary>
/// <param name="At">The moment; of several alike the first.</param>
/// <param name="Kind">One of <see cref="AccessKinds"/>.</param>
/// <param name="What">The path as the interface names it, or the act.</param>
/// <param name="Who">The person's id, or <c>console NAME</c> at the machine itself; null for somebody nobody knows.</param>
public sealed record AccessRecord(DateTimeOffset At, string Kind, string What, string? Who = null)
{
    /// <summary>What it says was done.</summary>
    [JsonIgnore]
    public AccessAct Act => AccessAct.Of(this);

    /// <summary>The absent person acted for; null for oneself.</summary>
    public string? For { get; init; }

    /// <summary>The case; null where it is about none, or about many.</summary>
    public string? Case { get; init; }

    /// <summary>Why it was refused, as a stable code; null when it was not.</summary>
    public string? Refusal { get; init; }

    /// <summary>The document that orders an act; null for none.</summary>
    public string? Document { get; init; }

    /// <summary>Of an erasure: the last day on which the file had to be kept, where it was erased by order before that day was over; null for any other act.</summary>
    public DateOnly? KeptUntil { get; init; }

    /// <summary>How often it happened within the same second; at least 1.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>The kinds of access records.</summary>
public static class AccessKinds
{
    /// <summary>Somebody read cases.</summary>
    public const string Read = "read";

    /// <summary>A request was refused.</summary>
    public const string Refused = "refused";

    /// <summary>The first request of a person on a day.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>History, reasons or records were looked at; on disk before the answer left.</summary>
    public const string Audited = "audited";

    /// <summary>The content of a file or a personal value was shown; on disk before the answer left.</summary>
    public const string Revealed = "revealed";

    /// <summary>An export was made; on disk before it was there.</summary>
    public const string Exported = "exported";

    /// <summary>An administrative act: a token, a publication, a rebuild, an erasure.</summary>
    public const string Administered = "administered";
}
