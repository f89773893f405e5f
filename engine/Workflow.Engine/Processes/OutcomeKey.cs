namespace Workflow.Engine.Processes;

/// <summary>An outcome of a step by both their names, as in <c>review.reject</c>: so a map of a migration writes it, and so returns are counted.</summary>
/// <param name="Step">The step's id or key.</param>
/// <param name="Outcome">The outcome's id.</param>
public readonly record struct OutcomeKey(string Step, string Outcome) : IComparable<OutcomeKey>
{
    private const char OutcomeFollows = '.';

    /// <summary>Reads a key; null where it names no step or no outcome.</summary>
    public static OutcomeKey? Parse(string text) =>
        text.LastIndexOf(OutcomeFollows) is > 0 and var at && at < text.Length - 1 ? new OutcomeKey(text[..at], text[(at + 1)..]) : null;

    /// <summary>By the step, then by the outcome.</summary>
    public int CompareTo(OutcomeKey other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Step}{OutcomeFollows}{Outcome}";
}
