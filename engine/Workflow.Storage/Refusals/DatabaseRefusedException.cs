using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>A database that this program must not touch.</summary>
/// <param name="reason">What was expected, and what was found.</param>
/// <param name="inner">What the driver said; null for nothing.</param>
public sealed class DatabaseRefusedException(Message reason, Exception? inner = null) : MessageException(reason, inner);
