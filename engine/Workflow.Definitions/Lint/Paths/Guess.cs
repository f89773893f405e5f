using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>
/// Evaluates conditions on a path. What the path decides has its answer; any other question is answered both ways, and
/// one path keeps to its answers.
/// </summary>
internal sealed class Guess(Concurrency beside, NameUse names)
{
    /// <summary>One condition may turn out in so many ways; more are not followed.</summary>
    private const int MostForks = 256;

    /// <summary>Whether some condition could turn out in more ways than were followed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Forks a path at a condition: each way in which it can turn out.</summary>
    /// <param name="condition">The condition; null always holds.</param>
    /// <param name="state">The path so far.</param>
    /// <param name="at">The node at which it is asked.</param>
    public IEnumerable<(bool Holds, PathState State)> Fork(Expression? condition, PathState state, string at)
    {
        if (condition is null)
            return [(true, state)];
        return [.. Bounded(Forks(condition, state, at)).Select(f => (f.Holds, State: Forget(f.State))).Distinct()];
    }

    /// <summary>Whether what a step needs exists on this path, or may come while the step is open.</summary>
    public bool MayHold(Expression need, PathState state, string at) =>
        need is IsMarked or Not or Both or Either or Comparison or OneOf
            ? Bounded(Forks(need, state, at)).Any(f => f.Holds)
            : new Known(state, beside, at).Of(need).IsNone != true;

    private IEnumerable<(bool Holds, PathState State)> Bounded(IEnumerable<(bool Holds, PathState State)> forks)
    {
        var count = 0;
        foreach (var fork in forks)
        {
            if (++count > MostForks)
            {
                IsCut = true;
                yield break;
            }

            yield return fork;
        }
    }

    private IEnumerable<(bool Holds, PathState State)> Forks(Expression condition, PathState state, string at)
    {
        var asked = new OpenQuestion(state, new Known(state, beside, at));
        if (asked.Truth(condition) is { } known)
            return [(known, state)];
        var question = asked.First!;
        return new[] { true, false }.SelectMany(answer =>
            Forks(condition, state with { Guesses = state.Guesses.With(question, answer) }, at)
        );
    }

    // A question asked once in the whole definition needs no memory.
    private PathState Forget(PathState state) =>
        state.Guesses.IsEmpty ? state : state with { Guesses = state.Guesses.Only(g => g.Key.Names.Any(names.Repeats)) };
}
