using System.Text.Json.Serialization;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Commands;

/// <summary>An outcome that waits for the signers after the holder.</summary>
/// <param name="Command">The outcome with all that belongs to it.</param>
/// <param name="By">Who came to it.</param>
/// <param name="For">The one acted for; null for oneself.</param>
public sealed record Proposal(Complete Command, Actor By, string? For)
{
    /// <summary>The effective day on which it was come to; null where nobody wrote it down.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Every natural person who has a part in it; whoever is only named as a signer has none yet.</summary>
    [JsonIgnore]
    public IEnumerable<string> Voices => For is { } absent ? [By, absent] : [By];
}
