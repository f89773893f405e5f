using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>An export or a receipt that cannot be read at all.</summary>
/// <param name="reason">What was expected, what was found, and where.</param>
public sealed class InputRefusedException(Message reason) : MessageException(reason);
