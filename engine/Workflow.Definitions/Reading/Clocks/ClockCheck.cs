using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>Checks that a clock's limits and extensions can be added: they share one unit; and who sets a length can.</summary>
internal static class ClockCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        foreach (var (clock, at) in Clocks(definition, places))
        {
            Units(clock, at("extend"), problems);
            Roll(clock, at("roll"), problems);
            SetBy(definition, clock, at("set-by"), problems);
        }
    }

    private static IEnumerable<(ClockRule Clock, Func<string, Position> At)> Clocks(ProcessDefinition definition, Places places) =>
        definition
            .Clocks.Select(c => (c, (Func<string, Position>)(key => places.Clock(c.Id, key))))
            .Concat(Outline.All(definition).OfType<WorkNode>().SelectMany(w => Limit(w, places)))
            .Concat(Outline.All(definition).OfType<JointNode>().SelectMany(j => Limits(j, places)));

    private static IEnumerable<(ClockRule Clock, Func<string, Position> At)> Limit(WorkNode work, Places places) =>
        work.Limit is { } limit ? [(limit, key => places.Limit(work.Id, key))] : [];

    private static IEnumerable<(ClockRule Clock, Func<string, Position> At)> Limits(JointNode joint, Places places) =>
        from who in joint.Participants
        where who.Limit is not null
        select (who.Limit, (Func<string, Position>)(key => places.Participant(joint.Id, who.Key, key)));

    // A vote records no field of its own: what each wrote stands with the answers.
    private static void SetBy(ProcessDefinition definition, ClockRule clock, Position at, Problems problems)
    {
        foreach (var field in clock.Limits.Select(l => l.SetBy).OfType<StepField>())
            if (Outline.All(definition).FirstOrDefault(n => n.Id == field.Step) is JointNode { Vote.Head: null })
                problems.Error(at, ClockProblems.SetBySeveral(clock.Id, field.Step));
    }

    // Days off are left out of working days already, and hours run through them.
    private static void Roll(ClockRule clock, Position at, Problems problems)
    {
        var units = clock.Limits.Select(l => l.Period?.Unit).ToHashSet();
        if (clock.Roll == RollRule.Tax && (units.Contains(PeriodUnit.WorkingDays) || units.Contains(PeriodUnit.Hours)))
            problems.Error(at, ClockProblems.TaxRoll(clock.Id));
    }

    private static void Units(ClockRule clock, Position at, Problems problems)
    {
        var units = clock.Limits.Select(l => l.Period?.Unit).OfType<PeriodUnit>().ToHashSet();
        foreach (var extension in clock.Extensions.Where(e => units.Count > 0 && !units.Contains(e.Period.Unit)))
            problems.Error(at, ClockProblems.MixedUnits(clock.Id, CountedIn.Of(units.First()), CountedIn.Of(extension.Period.Unit)));
    }
}
