namespace Workflow.Host.Opening;

/// <summary>The host cannot start from what it was given: one sentence for the person who started it.</summary>
public sealed class OpeningRefusedException(string sentence) : Exception(sentence);
