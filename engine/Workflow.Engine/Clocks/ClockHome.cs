using Workflow.Engine.Processes;
using Workflow.Engine.Steps;

namespace Workflow.Engine.Clocks;

/// <summary>Whose limit a clock is: the case's, one run of a step, or one participant's in one run of a joint review.</summary>
internal sealed record ClockHome(string? Step = null, int Instance = 1, string? Participant = null)
{
    internal static ClockHome Case { get; } = new();

    internal string IdOf(ClockRule rule) =>
        Step is null ? rule.Id : Keys.Clock(Participant is null ? Step : $"{Step}/{Participant}", Instance);
}
