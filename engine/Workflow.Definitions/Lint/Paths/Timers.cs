using System.Collections.Immutable;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Follows how long the work since the start of each clock takes. A path that went back is no longer measured.</summary>
internal sealed class Timers(ProcessDefinition definition, PathFacts facts)
{
    // Stands beside the clocks while a path is measured from the first step on.
    private const string Measured = "*";

    private readonly ImmutableArray<(string Id, ClockRule Rule)> _rules =
    [
        .. definition.Clocks.Select(c => ($"clock/{c.Id}", c)),
        .. Outline
            .All(definition)
            .OfType<WorkNode>()
            .Where(w => w.Limit is { From.IsEmpty: false })
            .Select(w => ($"limit/{w.Id}", w.Limit!)),
    ];

    public PathState Begin(PathState state) =>
        state with
        {
            Spans = _rules
                .Where(r => r.Rule.From.IsEmpty)
                .Aggregate(Spans.None.Set(Measured, Span.Nothing), (s, r) => s.Set(r.Id, Span.Nothing)),
        };

    /// <summary>What each department has to do on a path that never went back.</summary>
    public static IEnumerable<(string Department, Span Span)> ByDepartment(PathState state) =>
        state.Spans.ByClock.Where(s => IsDepartment(s.Key)).Select(s => (s.Key[Measured.Length..], s.Value));

    public void Opened(Node node, PathState state)
    {
        var id = $"limit/{node.Id}";
        if (state.Spans.ByClock.TryGetValue(id, out var span))
            facts.Before[node.Id] = facts.Before.TryGetValue(node.Id, out var other) ? other.Join(span) : span;
    }

    /// <summary>Adds what the node may take to every clock that runs and counts it.</summary>
    public PathState Worked(Node node, PathState state)
    {
        if (node is not WorkNode work || state.Spans.ByClock.IsEmpty)
            return state;
        var spans = InDepartments(work, state.Spans);
        foreach (var (id, span) in spans.ByClock.Where(s => !s.Key.StartsWith(Measured, StringComparison.Ordinal)))
            spans = spans.Set(id, Added(work, id, span));
        return state with { Spans = spans };
    }

    private static Spans InDepartments(WorkNode work, Spans spans) =>
        spans.ByClock.ContainsKey(Measured)
            ? Posts.Departments(work).Select(d => Measured + d).Aggregate(spans, (all, d) => all.Set(d, Worked(work, all, d)))
            : spans;

    private static Span Worked(WorkNode work, Spans spans, string department)
    {
        var before = spans.ByClock.GetValueOrDefault(department, Span.Nothing);
        return Longer(before with { Steps = before.Steps + 1 }, work.Limit, null);
    }

    private static bool IsDepartment(string id) => id.Length > Measured.Length && id.StartsWith(Measured, StringComparison.Ordinal);

    public PathState Marked(string moment, PathState state)
    {
        foreach (var (id, rule) in _rules)
        {
            if (rule.Until.Contains(moment) && HasStarted(rule, state) && !HasEnded(rule, state, but: moment))
                state = Stopped(id, state);
            if (rule.From.Contains(moment) && state.Taken.IsEmpty && !HasEnded(rule, state))
                state = state with { Spans = state.Spans.Set(id, Span.Nothing) };
        }

        return state;
    }

    // A clock with several starts runs again from one that comes after its end.
    private static bool HasEnded(ClockRule rule, PathState state, string? but = null) =>
        rule.From.Length < 2 && rule.Until.Any(u => u != but && state.Moments.ContainsKey(u));

    private static bool HasStarted(ClockRule rule, PathState state) => rule.From.IsEmpty || rule.From.Any(state.Moments.ContainsKey);

    private PathState Stopped(string id, PathState state)
    {
        facts.Stopped.Add(id);
        if (!state.Spans.ByClock.TryGetValue(id, out var span))
            return state;
        facts.Lengths[id] = facts.Lengths.TryGetValue(id, out var other) ? other.Join(span) : span;
        return state with { Spans = state.Spans.Drop(id) };
    }

    private Span Added(WorkNode work, string id, Span span)
    {
        var counted = span with { Steps = span.Steps + (Posts.IsOffice(work) && !Posts.IsWindow(work) ? 1 : 0) };
        var rule = _rules.First(r => r.Id == id).Rule;
        return work.Ground is { } ground && rule.NotCounted.Contains(ground) ? counted : Longer(counted, work.Limit, rule);
    }

    private static Span Longer(Span span, ClockRule? limit, ClockRule? clock)
    {
        if (limit is null || Longest(limit) is not { } days)
            return span;
        var least = limit.Limits.All(l => l.Kind == LimitKind.AtLeast) ? limit.Limits.Min(l => Span.Days(l.Period!)) : 0;
        // A limit that counts from the same act does not come on top: it ends that long after it.
        return clock is not null && limit.From.Any(clock.From.Contains)
            ? span with
            {
                Floor = Math.Max(span.Floor, least),
                Budget = Math.Max(span.Budget, days),
            }
            : span with
            {
                Floor = span.Floor + least,
                Budget = span.Budget + days,
            };
    }

    // The days of its longest period; null where it has none that counts from its start.
    private static decimal? Longest(ClockRule limit) =>
        limit
            .Limits.Where(l => l.Period is not null && l.Kind is not (LimitKind.Before or LimitKind.At))
            .Max(l => (decimal?)Span.Days(l.Period!));
}
