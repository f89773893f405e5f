using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>A clock that somebody names in order to act on it.</summary>
internal static class OpenClock
{
    /// <summary>Refuses a name that the process does not know, and a clock that does not run.</summary>
    internal static Refusal? Require(CaseLook look, string id)
    {
        if (look.State.Clocks.TryGetValue(id, out var clock))
            return clock.IsOpen ? null : ClockRefusals.NotOpen(Naming.Clock(look, clock));
        return ClockRules.Called(look.Process, id) is { } rule
            ? ClockRefusals.NotOpen(rule.Name(id))
            : ClockRefusals.Unknown(id, Naming.Process(look.Definition), DefinedClocks.All(look.Definition).Select(Naming.Clock));
    }
}
