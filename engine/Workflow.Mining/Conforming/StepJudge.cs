using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>
/// Measures the limits of single steps. A log of finished work does not say when a task was opened; the definition does: when what
/// stands before it was done, or when somebody sent the case back to it. Where that is missing in the log, no day is made up.
/// </summary>
internal sealed class StepJudge(LogMap map, WorkCalendar calendar)
{
    /// <summary>Judges every step done that has a limit of its own in days, working days or months, in the order of the log.</summary>
    /// <param name="alignment">How the definition explains the case.</param>
    /// <param name="events">The events that it explains.</param>
    /// <param name="attribute">Returns the day that the case's attributes give for a moment; null without.</param>
    internal ImmutableArray<StepVerdict> Judge(
        CaseAlignment alignment,
        ImmutableArray<JudgedEvent> events,
        Func<string, DateOnly?> attribute
    )
    {
        var found = ImmutableArray.CreateBuilder<StepVerdict>();
        var (before, marked) = (new List<AlignedMove>(), new Dictionary<string, DateOnly>(StringComparer.Ordinal));
        foreach (var move in alignment.Moves.Where(m => m.Kind != MoveKind.Surplus))
        {
            if (Limit(move) is { } rule)
                found.Add(One(rule, Started(rule, move.Node!, before, events, marked, attribute), events[move.Event].On));
            Mark(move, events, marked);
            before.Add(move);
        }

        return found.ToImmutable();
    }

    // The moments that a step marks have the day on which it was done.
    internal static void Mark(AlignedMove move, ImmutableArray<JudgedEvent> events, Dictionary<string, DateOnly> marked)
    {
        if (move is { Kind: MoveKind.Matched, Outcome: { } outcome } && events[move.Event].On is { } day)
            foreach (var mark in outcome.Rule.Marks)
                marked[mark.Moment] = day;
    }

    // The limit of a step that was done, where a log can tell its length.
    private static ClockRule? Limit(AlignedMove move) =>
        move is { Kind: MoveKind.Matched, Outcome: not null, Node.Node: WorkNode { Limit: { } rule } }
        && ClockJudge.Counted(rule) is not null
            ? rule
            : null;

    private StepVerdict One(ClockRule rule, DateOnly? opened, DateOnly? done)
    {
        var due = opened is { } day ? ClockJudge.Due(rule, day, calendar) : null;
        var late = due is { } last && done > last.On ? calendar.CountWorkdays(last.On, done.Value) : (int?)null;
        return new StepVerdict(rule.Id, opened, done, due?.On, late, due?.Provisional ?? false);
    }

    // What the log says of a moment holds, as for the clocks of the case.
    private DateOnly? Started(
        ClockRule rule,
        ModelNode node,
        List<AlignedMove> before,
        ImmutableArray<JudgedEvent> events,
        Dictionary<string, DateOnly> marked,
        Func<string, DateOnly?> attribute
    ) =>
        rule.From.IsEmpty
            ? Opened(node, before, events)
            : rule.From.Select(moment => Told(moment, attribute) ?? Marked(moment, marked)).Max();

    private DateOnly? Told(string moment, Func<string, DateOnly?> attribute) => map.Moments.ContainsKey(moment) ? attribute(moment) : null;

    private static DateOnly? Marked(string moment, Dictionary<string, DateOnly> marked) =>
        marked.TryGetValue(moment, out var day) ? day : null;

    private static DateOnly? Opened(ModelNode node, List<AlignedMove> before, ImmutableArray<JudgedEvent> events)
    {
        // A step that somebody opens at will is opened by nothing that a log shows.
        if (Above(node).Any(n => n.IsAnyTime))
            return null;
        var openers = Openers(node).ToHashSet();
        var last = before.FindLast(m => m.Node is { } n && (openers.Contains(n) || SendsBack(m, node)));
        return last is { Kind: MoveKind.Matched } ? events[last.Event].On : null;
    }

    // What stands before it in its list, and before the block or behind the outcome that the list belongs to.
    private static IEnumerable<ModelNode> Openers(ModelNode node) =>
        Above(node)
            .SelectMany(n =>
                n.List!.TakeWhile(other => other != n)
                    .SelectMany(other => other.Whole)
                    .Concat(n.Owner is { IsLeaf: true } owner ? [owner] : [])
            );

    private static IEnumerable<ModelNode> Above(ModelNode? node)
    {
        for (; node is not null; node = node.Owner)
            yield return node;
    }

    private static bool SendsBack(AlignedMove move, ModelNode node) =>
        move.Outcome is { GoesBack: true } back ? back.Undone.Contains(node) : move.Outcome is null && Returns(move.Node, node);

    private static bool Returns(ModelNode? to, ModelNode node) => to is not null && ProcessModel.From(to).Contains(node);
}
