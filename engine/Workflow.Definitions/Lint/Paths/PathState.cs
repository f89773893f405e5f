using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>What is known at one point of one path, no more than conditions and rules ask about. Equal states are one state.</summary>
internal sealed record PathState
{
    private static readonly Remembered<string, string> Empty = Remembered<string, string>.None(StringComparer.Ordinal);
    private static readonly Remembered<Question, bool> Unasked = Remembered<Question, bool>.None(Comparer<Question>.Default);
    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private static readonly ImmutableSortedSet<OutcomeKey> Untaken = [];

    /// <summary>Outcomes of finished steps; empty text for a step that did not apply.</summary>
    public Remembered<string, string> Outcomes { get; init; } = Empty;

    /// <summary>Marked moments with the step that marked them.</summary>
    public Remembered<string, string> Moments { get; init; } = Empty;

    /// <summary>Issued documents with the outcome that issued them.</summary>
    public Remembered<string, OutcomeKey> Documents { get; init; } = Remembered<string, OutcomeKey>.None(StringComparer.Ordinal);

    /// <summary>Issued decisions that nobody has delivered yet.</summary>
    public ImmutableSortedSet<string> Undelivered { get; init; } = Nobody;

    /// <summary>Refusals that no document states with reasons and remedies yet.</summary>
    public ImmutableSortedSet<OutcomeKey> Unstated { get; init; } = Untaken;

    /// <summary>Refusals taken.</summary>
    public ImmutableSortedSet<OutcomeKey> Refused { get; init; } = Untaken;

    /// <summary>Ways back taken: each is walked once.</summary>
    public ImmutableSortedSet<OutcomeKey> Taken { get; init; } = Untaken;

    /// <summary>Answers given on this path to questions that nothing on it decides.</summary>
    public Remembered<Question, bool> Guesses { get; init; } = Unasked;

    /// <summary>How long the running clocks have run; not part of the identity.</summary>
    public Spans Spans { get; init; } = Spans.None;

    /// <summary>The longest branch of the parallel being walked so far.</summary>
    public Spans Held { get; init; } = Spans.None;

    /// <summary>The one state that two equal ones become.</summary>
    public PathState Join(PathState other) => this with { Spans = Spans.Join(other.Spans), Held = Held.Join(other.Held) };

    public bool SameSpans(PathState other) => Spans.Same(other.Spans) && Held.Same(other.Held);

    /// <summary>Whether the same is known; how long it took is not looked at.</summary>
    public bool Equals(PathState? other) =>
        other is not null
        && Outcomes.Equals(other.Outcomes)
        && Moments.Equals(other.Moments)
        && Guesses.Equals(other.Guesses)
        && Documents.Equals(other.Documents)
        && Same(Undelivered, other.Undelivered)
        && Same(Unstated, other.Unstated)
        && Same(Refused, other.Refused)
        && Same(Taken, other.Taken);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Outcomes, Moments, Documents, Guesses, Undelivered.Count, Unstated.Count, Refused.Count, Taken.Count);

    private static bool Same<T>(ImmutableSortedSet<T> one, ImmutableSortedSet<T> other) =>
        ReferenceEquals(one, other) || (one.Count == other.Count && one.SequenceEqual(other));
}
