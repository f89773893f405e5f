using Workflow.Host.Opening;

namespace Workflow.Host.Deadlines;

/// <summary>What stands against reckoning due dates.</summary>
internal static class DueRefusals
{
    /// <summary>The calendar cannot be put together.</summary>
    internal static OpeningRefusedException Calendar(string detail) => new("due.calendar", ("detail", detail));
}
