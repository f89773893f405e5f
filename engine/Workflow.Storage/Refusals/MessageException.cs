using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>Something that stops the work and is told to a person. A closed set; whoever catches it words <see cref="Reason"/>.</summary>
/// <param name="reason">What was expected, and what was found.</param>
/// <param name="inner">What came upon it; null for nothing.</param>
public abstract class MessageException(Message reason, Exception? inner = null) : Exception(reason.ToString(), inner)
{
    /// <summary>What was expected, and what was found.</summary>
    public Message Reason => reason;
}
