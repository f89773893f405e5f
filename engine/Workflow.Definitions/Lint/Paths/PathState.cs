using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>What is known at one point of one path, no more than conditions and rules ask about. Equal states are one state.</summary>
internal sealed record PathState
{
    private static readonly ImmutableSortedDictionary<string, string> Empty = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal
    );
    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private static readonly ImmutableSortedSet<OutcomeKey> Untaken = [];

    /// <summary>Outcomes of finished steps; empty text for a step that did not apply.</summary>
    public ImmutableSortedDictionary<string, string> Outcomes { get; init; } = Empty;

    /// <summary>Marked moments with the step that marked them.</summary>
    public ImmutableSortedDictionary<string, string> Moments { get; init; } = Empty;

    /// <summary>Issued documents with the outcome that issued them.</summary>
    public ImmutableSortedDictionary<string, OutcomeKey> Documents { get; init; } =
        ImmutableSortedDictionary.Create<string, OutcomeKey>(StringComparer.Ordinal);

    /// <summary>Issued decisions that nobody has delivered yet.</summary>
    public ImmutableSortedSet<string> Undelivered { get; init; } = Nobody;

    /// <summary>Refusals that no document states with reasons and remedies yet.</summary>
    public ImmutableSortedSet<OutcomeKey> Unstated { get; init; } = Untaken;

    /// <summary>Refusals taken.</summary>
    public ImmutableSortedSet<OutcomeKey> Refused { get; init; } = Untaken;

    /// <summary>Ways back taken: each is walked once.</summary>
    public ImmutableSortedSet<OutcomeKey> Taken { get; init; } = Untaken;

    /// <summary>Answers given on this path to questions that nothing on it decides.</summary>
    public ImmutableSortedDictionary<Question, bool> Guesses { get; init; } = ImmutableSortedDictionary<Question, bool>.Empty;

    /// <summary>How long the running clocks have run; not part of the identity.</summary>
    public Spans Spans { get; init; } = Spans.None;

    /// <summary>The longest branch of the parallel being walked so far.</summary>
    public Spans Held { get; init; } = Spans.None;

    public string Key =>
        string.Join(
            '|',
            Pairs(Outcomes),
            Pairs(Moments),
            Pairs(Documents),
            string.Join(',', Undelivered),
            string.Join(',', Unstated),
            string.Join(',', Refused),
            string.Join(',', Taken),
            Pairs(Guesses)
        );

    /// <summary>The one state that two equal ones become.</summary>
    public PathState Join(PathState other) => this with { Spans = Spans.Join(other.Spans), Held = Held.Join(other.Held) };

    public bool SameSpans(PathState other) => Spans.Same(other.Spans) && Held.Same(other.Held);

    private static string Pairs<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue> map)
        where TKey : notnull => string.Join(',', map.Select(p => $"{p.Key}:{p.Value}"));
}
