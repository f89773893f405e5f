namespace Workflow.Mining.Conforming;

/// <summary>
/// Finds the cheapest way to bring a case's steps and the definition together. A step that stands where the definition has
/// it costs nothing, nor does a step whose condition the log cannot tell; a step too many costs 1, a step missing costs 1.
/// The search is Dijkstra's over pairs of a place in the log and a state of the blocks. Past so many pairs it
/// stops comparing and only hurries to the end; the result says so.
/// </summary>
/// <param name="model">The definition.</param>
/// <param name="unrecorded">Steps that the log cannot show: done by themselves, at no cost.</param>
/// <param name="effort">The most pairs compared for one order of steps.</param>
internal sealed class Alignment(ProcessModel model, IReadOnlySet<string> unrecorded, int effort)
{
    /// <summary>The most pairs compared for one order of steps, unless a test narrows it.</summary>
    internal const int Effort = 5_000;

    /// <summary>Aligns one case.</summary>
    /// <param name="steps">Its judged events in order.</param>
    /// <param name="mustEnd">Whether the log says that the case ended: then the steps up to the definition's end are missed.</param>
    /// <param name="absent">The parties that it is known not to have.</param>
    internal CaseAlignment Find(IReadOnlyList<LogStep> steps, bool mustEnd, IReadOnlySet<string> absent)
    {
        var (waiting, seen) = (new Waiting(steps.Count), new HashSet<(int, string)>());
        Reached? unended = null;
        waiting.Put(Start(absent));
        while (waiting.Next() is { } at)
        {
            if (!seen.Add((at.Place, at.State)))
                continue;
            if (at.Place == steps.Count && (!mustEnd || IsEnd(at.State)))
                return Told(at, !waiting.Hurries);
            if (at.Place == steps.Count)
                unended ??= at;
            if (seen.Count == effort)
                waiting.BeginToHurry();
            foreach (var next in new AlignmentMoves(model, unrecorded, absent, at.State).From(at, steps))
                waiting.Put(next);
        }

        // A definition may leave no way to its end: a step that needs what nothing gives. What the events tell is told.
        return Told(unended!, exact: false);
    }

    private Reached Start(IReadOnlySet<string> absent)
    {
        var start = ModelState.Start(model);
        new ModelWalk(model, start, absent).GoOn();
        return Reached.First(start.ToString());
    }

    private static bool IsEnd(string state) => state[^1] != 0;

    private static CaseAlignment Told(Reached last, bool exact)
    {
        var moves = new List<AlignedMove>();
        for (var at = last; at is not null; at = at.Before)
            if (at.Move is { } move)
                moves.Add(move);
        moves.Reverse();
        return new CaseAlignment(moves, IsEnd(last.State), exact);
    }
}

/// <summary>A pair that the search reached.</summary>
/// <param name="State">The state of the blocks.</param>
/// <param name="Place">How many events are explained.</param>
/// <param name="Cost">What it cost so far.</param>
/// <param name="Move">The move that led here; null for a condition decided.</param>
/// <param name="Before">From where.</param>
internal sealed record Reached(string State, int Place, int Cost, AlignedMove? Move, Reached? Before)
{
    internal static Reached First(string state) => new(state, 0, 0, null, null);

    /// <summary>One of the events is explained by a move, at a cost.</summary>
    internal Reached Explained(string state, int cost, AlignedMove move) => new(state, Place + 1, Cost + cost, move, this);

    /// <summary>The state changes without an event.</summary>
    internal Reached Changed(string state, int cost, AlignedMove? move) => new(state, Place, Cost + cost, move, this);
}
