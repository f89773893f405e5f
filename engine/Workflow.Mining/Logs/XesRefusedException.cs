using Workflow.Engine.Messages;

namespace Workflow.Mining.Logs;

/// <summary>Carries a refusal out of the XML parser, which calls back into our own stream; it never leaves the reader.</summary>
internal sealed class XesRefusedException(Message problem) : IOException(problem.Code)
{
    internal Message Problem => problem;
}
