using Workflow.Engine.Foresight;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>What would follow from an action as far as it is filled in.</summary>
/// <param name="Words">The language.</param>
/// <param name="Foreseen">What is foreseen; null where nobody can.</param>
public sealed record FollowsModel(Words Words, Foreseen? Foreseen)
{
    /// <summary>What would follow at once, a line each; empty where it would be refused, or nobody can foresee it.</summary>
    public IReadOnlyList<FollowLine> AtOnce => Foreseen is { Refusal: null } foreseen ? [.. FollowLine.Of(foreseen, Words)] : [];

    /// <summary>How it would likely go on after that.</summary>
    public IReadOnlyList<FollowLine> Ahead => Foreseen is { Path: { } path } ? [.. FollowLine.Of(path, Words)] : [];

    /// <summary>Why it would be refused, whatever is filled in; null where it would not.</summary>
    public RefusalWords? Barred => Foreseen?.Refusal is { } refusal ? Words.Tell(refusal) : null;
}
