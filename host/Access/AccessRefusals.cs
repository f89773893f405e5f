using Workflow.Host.Answers;

namespace Workflow.Host.Access;

/// <summary>What stands against showing something that cannot be recorded.</summary>
internal static class AccessRefusals
{
    /// <summary>What is read could not be recorded.</summary>
    internal static RequestRefusedException LogFull() => new("access.log_full");
}
