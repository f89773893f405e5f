using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>A stored row is not one that this product wrote: somebody changed it, or the file is damaged.</summary>
/// <param name="reason">What was expected, and what stands there.</param>
/// <param name="inner">What reading it came upon; null for none.</param>
public sealed class UnreadableException(Message reason, Exception? inner = null) : MessageException(reason, inner);
