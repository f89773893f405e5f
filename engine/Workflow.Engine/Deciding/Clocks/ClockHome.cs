using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Whose limit a clock is: the case's, one run of a step, one participant's in one run of a joint review, or a promised material's.</summary>
internal sealed record ClockHome(string? Step = null, int Instance = 1, string? Participant = null, string? Material = null)
{
    internal static ClockHome Case { get; } = new();

    internal string IdOf(ClockRule rule) => Step is null ? rule.Id : $"{new ClockKey(Step, Participant, Instance)}";
}
