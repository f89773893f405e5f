using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>
/// Forks a path at a condition that each row answers for itself: the step opens where one row says yes. A path knows what an
/// earlier step came to as a whole, and that is what stands last among what its rows came to: one row has it, the others
/// have it or something written before it.
/// </summary>
internal sealed class RowGuess(ProcessDefinition definition, Concurrency beside)
{
    /// <summary>A condition is tried on so many rows that differ; with more, both answers are followed.</summary>
    private const int MostRows = 256;

    private readonly Dictionary<string, WorkNode> _work = Outline
        .All(definition)
        .OfType<WorkNode>()
        .DistinctBy(w => w.Id)
        .ToDictionary(w => w.Id, StringComparer.Ordinal);

    /// <summary>Under which name the outcome of a supposed row stands in a state.</summary>
    public static string Supposed(string step) => $"row.{step}";

    /// <summary>Whether a node asks each of its rows.</summary>
    public static bool IsAsked(Node node) => node is WorkNode { IsRepeated: true } && ExpressionParts.SpeaksOfRow(node.When);

    /// <summary>Each way in which the rows can answer together.</summary>
    public IEnumerable<(bool Holds, PathState State)> Fork(WorkNode node, PathState state)
    {
        var steps = AskedOf(node);
        if (steps is [var only] && Certain(node, _work[only], state) is { } there && Truth(node, there, state) == true)
            return [(true, state)];
        var tried = Rows(node, steps, state).Take(MostRows + 1).ToList();
        return tried.Count <= MostRows && tried.All(row => Truth(node, row, state) == false)
            ? [(false, state)]
            : [(true, state), (false, state)];
    }

    private static List<string> AskedOf(WorkNode node) =>
        [.. ExpressionParts.Leaves(node.When).Select(AskedStep).OfType<string>().Distinct()];

    private static string? AskedStep(Expression leaf) =>
        leaf switch
        {
            RowOutcomeOf o => o.Step,
            RowStepField f => f.Step,
            Operand or Condition or null => null,
            _ => throw new UnreachableException($"No answer for {leaf.GetType().Name}."),
        };

    // Every row that may be there: each step with each outcome it may have had.
    private IEnumerable<PathState> Rows(WorkNode node, IEnumerable<string> steps, PathState state) =>
        steps.Aggregate<string, IEnumerable<PathState>>(
            [state],
            (known, step) => known.SelectMany(s => Values(node, _work[step], state).Select(v => Suppose(s, step, v)))
        );

    // The one row that is known to be there; null where it may not be among those that this step has.
    private PathState? Certain(WorkNode node, WorkNode step, PathState state) =>
        (node.ForEach is not null || node.ForEachDrawn == step.ForEachDrawn)
        && !beside.MayRun(step.Id, node.Id)
        && state.Outcomes.TryGetValue(step.Id, out var whole)
        && whole.Length > 0
            ? Suppose(state, step.Id, whole)
            : null;

    private IEnumerable<string?> Values(WorkNode node, WorkNode step, PathState state)
    {
        if (beside.MayRun(step.Id, node.Id))
            return [null];
        var whole = state.Outcomes.GetValueOrDefault(step.Id, "");
        var mayLack =
            IsAsked(step) || node.ForEach != step.ForEach || node.ForEachStep != step.ForEachStep || node.ForEachDrawn != step.ForEachDrawn;
        var had = step.Outcomes.Select(o => o.Id).TakeWhile(o => o != whole).Append(whole);
        return whole.Length == 0 ? [""]
            : mayLack ? had.Prepend("")
            : had;
    }

    private static PathState Suppose(PathState state, string step, string? outcome) =>
        outcome is null ? state : state with { Outcomes = state.Outcomes.With(Supposed(step), outcome) };

    private bool? Truth(WorkNode node, PathState supposed, PathState state) =>
        new OpenQuestion(state, new Known(supposed, beside, node.Id)).Truth(node.When!);
}
