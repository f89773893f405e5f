using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>How a length came about that somebody sets in a field.</summary>
/// <param name="Field">What people call the field.</param>
/// <param name="Told">What the field says; null where nobody has told it.</param>
/// <param name="Bound">What the rule itself gives: the longest length, or of a floor the least.</param>
/// <param name="Counts">Whether the field counted, and not the rule.</param>
public sealed record ExplainedLength(string Field, decimal? Told, Period Bound, bool Counts)
{
    /// <summary>Returns it for a clock; null where nobody sets its length.</summary>
    internal static ExplainedLength? Of(PublishedProcess process, CaseState state, ClockState clock, WorkCalendar calendar)
    {
        var seen = new CaseValues(process, state, calendar);
        var fitting = process.SetLimits.Where(s => s.Rule.Id == clock.Rule && s.Limit.Kind == clock.Kind).Select(s => s.Limit).ToList();
        if ((fitting.FirstOrDefault(l => Evaluation.IsTrue(l.When, seen)) ?? fitting.FirstOrDefault()) is not { } limit)
            return null;
        var told = (Evaluation.Value(limit.SetBy!, seen) as NumberValue)?.Number;
        return new ExplainedLength(Title(process, limit.SetBy!), told, limit.Period!, clock.Period?.Amount == told);
    }

    private static string Title(PublishedProcess process, Expression field) =>
        field is StepField asked ? process.StepFieldTitle(asked.Step, asked.Field)
        : field is FormField filled ? process.Definition.FieldTitle(filled.Field)
        : throw new UnreachableException($"No field sets a length by {field.GetType().Name}.");
}
