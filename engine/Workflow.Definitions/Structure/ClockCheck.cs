using Workflow.Definitions.Reading;
using Workflow.Engine.Clocks;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Structure;

/// <summary>Checks that a clock's limits and extensions can be added: they share one unit.</summary>
internal static class ClockCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        foreach (var clock in definition.Clocks) Units(clock, places.Clock(clock.Id, "extend"), problems);
        foreach (var node in Outline.All(definition).OfType<WorkNode>())
            if (node.Limit is { } limit) Units(limit, places.Limit(node.Id, "extend"), problems);
        foreach (var joint in Outline.All(definition).OfType<JointNode>())
            foreach (var who in joint.Participants)
                if (who.Limit is { } limit) Units(limit, places.Participant(joint.Id, who.Key, "extend"), problems);
    }

    private static void Units(ClockRule clock, Position at, Problems problems)
    {
        var units = clock.Limits.Select(l => l.Period?.Unit).OfType<PeriodUnit>().ToHashSet();
        foreach (var extension in clock.Extensions.Where(e => units.Count > 0 && !units.Contains(e.Period.Unit)))
            problems.Error(at, "clock.mixed_units", $"Expected extensions of '{clock.Id}' in the unit of its limit, but the limit counts {Unit(units.First())} and the extension {Unit(extension.Period.Unit)}.");
    }

    private static string Unit(PeriodUnit unit) => unit switch
    {
        PeriodUnit.WorkingDays => "working days",
        PeriodUnit.Days => "days",
        PeriodUnit.Months => "months",
        _ => "hours",
    };
}
