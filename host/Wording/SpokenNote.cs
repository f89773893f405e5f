using Workflow.Engine.Messages;

namespace Workflow.Host.Wording;

/// <summary>Something that the reader of an answer should know; answers tell it in the language asked for.</summary>
/// <param name="Message">What it is, and what to do where there is something to do.</param>
public sealed record SpokenNote(Message Message);
