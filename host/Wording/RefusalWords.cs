using System.Text.Json.Nodes;

namespace Workflow.Host.Wording;

/// <summary>A refusal as an answer carries it, in the language asked for.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Sentence">What stands against it.</param>
/// <param name="WayOut">What to do instead; null when there is nothing.</param>
public sealed record RefusalWords(string Code, string Sentence, string? WayOut)
{
    /// <summary>The values in the sentence by name, names with their ids; null when there are none.</summary>
    public JsonObject? Values { get; init; }

    /// <summary>Returns sentence and way out on one line.</summary>
    public override string ToString() => WayOut is null ? Sentence : $"{Sentence} {WayOut}";
}
