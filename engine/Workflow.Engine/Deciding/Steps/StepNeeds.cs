using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>What must be there before a step may be finished.</summary>
internal static class StepNeeds
{
    internal static Refusal? Check(CaseLook look, WorkNode node, string key) =>
        Lacking(look, node).FirstOrDefault() is { } need ? StepRefusals.Needs(Naming.Step(look, key), Words(look, need)) : null;

    /// <summary>Returns what a step needs and the case does not have.</summary>
    internal static IEnumerable<Expression> Lacking(CaseLook look, WorkNode node) => node.Needs.Where(n => !Holds(look, n));

    private static bool Holds(CaseLook look, Expression need) =>
        IsCondition(need) ? Evaluation.IsTrue(need, look.Values) : Evaluation.Value(need, look.Values) is not null;

    private static bool IsCondition(Expression need) => need is IsMarked or Not or Both or Either or Comparison or OneOf;

    private static Message Words(CaseLook look, Expression need) =>
        need switch
        {
            DocumentNumber d => StepRefusals.NeedsNumber(Naming.Document(look.Definition, d.Document)),
            StepField f => StepRefusals.NeedsField(Naming.Field(look, f.Step, f.Field), Naming.Step(look, f.Step)),
            FormField f => StepRefusals.NeedsField(Naming.Field(look, f.Field), Naming.Form),
            OutcomeOf o => StepRefusals.NeedsOutcome(Naming.Step(look, o.Step)),
            MomentDay m => StepRefusals.NeedsMoment(Naming.Moment(look.Definition, m.Moment)),
            IsMarked m => StepRefusals.NeedsMoment(Naming.Moment(look.Definition, m.Moment)),
            Operand or Condition => StepRefusals.NeedsCondition(),
            _ => throw new UnreachableException($"No answer for {need.GetType().Name}."),
        };
}
