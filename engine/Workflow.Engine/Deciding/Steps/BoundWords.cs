using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Says why a bound is the day that it is: what it counts from, on which day that was, and how far.</summary>
internal static class BoundWords
{
    internal static Message Of(CaseLook look, Expression day, IValues seen) =>
        day switch
        {
            PeriodAfter a => FieldFaults.After(a.Period, Of(look, a.Day, seen)),
            PeriodBefore b => FieldFaults.Before(b.Period, Of(look, b.Day, seen)),
            MomentDay m => FieldFaults.OfMoment(Naming.Moment(look.Definition, m.Moment), Day(day, seen)),
            StepField f => FieldFaults.OfField(Naming.Field(look, f.Step, f.Field), Day(day, seen)),
            FormField f => FieldFaults.OfField(Naming.Field(look, f.Field), Day(day, seen)),
            ActDay => FieldFaults.OfTheAct(Day(day, seen)),
            Operand or Condition => FieldFaults.OfItself(Day(day, seen)),
            _ => throw new UnreachableException($"No answer for {day.GetType().Name}."),
        };

    private static DateOnly Day(Expression day, IValues seen) => ((DateValue)Evaluation.Value(day, seen)!).Date;
}
