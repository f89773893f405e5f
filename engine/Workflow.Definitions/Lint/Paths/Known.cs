using System.Diagnostics;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>What a path knows of a value: whether it is none (null when open), and the value where it is fixed.</summary>
internal readonly record struct Sight(bool? IsNone, FieldValue? Value = null)
{
    public static readonly Sight None = new(true);
    public static readonly Sight Something = new(false);
    public static readonly Sight Open = new(null);
}

/// <summary>Looks up values on a path.</summary>
internal sealed class Known(PathState state, Concurrency beside, string at)
{
    public Sight Of(Expression expression) =>
        expression switch
        {
            Literal l => new Sight(false, l.Value),
            NoneLiteral => Sight.None,
            OutcomeOf o => Outcome(o.Step),
            StepField f => Outcome(f.Step).IsNone == true ? Sight.None : Sight.Open,
            DocumentNumber d => Made(state.Documents.ContainsKey(d.Document), beside.MayIssue(d.Document, at)),
            MaterialStanding => Sight.Something,
            DocumentValidity d => Made(state.Documents.ContainsKey(d.Document), beside.MayIssue(d.Document, at)),
            MaterialValidity => Sight.Open,
            MomentDay m => Marked(m.Moment),
            RowOutcomeOf r => Row(r.Step),
            RowStepField r => Row(r.Step).IsNone == true ? Sight.None : Sight.Open,
            PeriodBefore p => Of(p.Day).IsNone == true ? Sight.None : Sight.Open,
            PeriodAfter p => Of(p.Day).IsNone == true ? Sight.None : Sight.Open,
            Sum s => Either(s.Left, s.Right),
            Remainder d => Either(d.Left, d.Right),
            ActDay => Sight.Something,
            FormField or RowField or RemedyOrder or Condition => Sight.Open,
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    // A sum is none where neither of its numbers was entered.
    private Sight Either(Expression left, Expression right) =>
        Of(left).IsNone == true && Of(right).IsNone == true ? Sight.None : Sight.Open;

    public Sight Marked(string moment) => Made(state.Moments.ContainsKey(moment), beside.MayMark(moment, at));

    private Sight Outcome(string step) =>
        state.Outcomes.TryGetValue(step, out var outcome)
            ? outcome.Length == 0
                ? Sight.None
                : new Sight(false, new TextValue(outcome))
            : beside.MayRun(step, at)
                ? Sight.Open
                : Sight.None;

    // The key belongs to the one assumed row; without one nothing is known.
    private Sight Row(string step) =>
        state.Outcomes.TryGetValue(RowGuess.Supposed(step), out var outcome)
            ? outcome.Length == 0
                ? Sight.None
                : new Sight(false, new TextValue(outcome))
            : Sight.Open;

    private static Sight Made(bool made, bool maybe) =>
        made ? Sight.Something
        : maybe ? Sight.Open
        : Sight.None;
}
