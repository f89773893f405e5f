using Workflow.Host.Answers;

namespace Workflow.Host.Replaying;

/// <summary>What stands against looking at a case as it was.</summary>
internal static class ReplayRefusals
{
    /// <summary>The case had no entry by then.</summary>
    internal static RequestRefusedException NotThen(string number, int total) => new("case.not_then", ("number", number), ("total", total));

    /// <summary>The case has no such clock then.</summary>
    internal static RequestRefusedException NoClock(string number, string clock) =>
        new("clock.unknown", ("number", number), ("clock", clock));
}
