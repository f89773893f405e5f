namespace Workflow.Engine.Record.Refusals;

/// <summary>Why something did not happen.</summary>
/// <param name="Code">Stable code, such as <c>clock.not_due</c>.</param>
/// <param name="Sentence">Expected …, but ….</param>
/// <param name="WayOut">What to do instead; null when there is nothing.</param>
public sealed record Refusal(string Code, string Sentence, string? WayOut = null);
