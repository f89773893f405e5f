using System.Collections.Immutable;
using Workflow.Engine.Foresight;
using Workflow.Engine.Processes;
using Workflow.Host.Acting;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens;

/// <summary>An action being filled in: left what it asks, right what would follow.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Case">The case's number.</param>
/// <param name="Title">What the action is called.</param>
/// <param name="About">The step or thing that it is about, in words.</param>
/// <param name="Form">What it asks.</param>
/// <param name="Revision">The number of the last entry that the person has read.</param>
public sealed record ActModel(Frame Frame, string Case, string Title, string About, ActionForm Form, long Revision)
{
    /// <summary>The definition of the case.</summary>
    public required PublishedProcess Process { get; init; }

    /// <summary>What was filled in before, by the name of the input.</summary>
    public Func<string, IReadOnlyList<string>> Given { get; init; } = _ => [];

    /// <summary>The absent person acted for; null for oneself.</summary>
    public string? For { get; init; }

    /// <summary>Whom the action may name.</summary>
    public ImmutableArray<Candidates.Candidate> Candidates { get; init; } = [];

    /// <summary>What would follow; null where nobody can foresee it.</summary>
    public Foreseen? Foreseen { get; init; }

    /// <summary>Why it was refused just now; null when it was not sent yet.</summary>
    public RefusalWords? Refused { get; init; }

    /// <summary>What would follow at once, a line each; empty where it would be refused, or nobody can foresee it.</summary>
    public IReadOnlyList<FollowLine> Follows => Foreseen is { Refusal: null } foreseen ? [.. FollowLine.Of(foreseen, Frame.Words)] : [];

    /// <summary>How it would likely go on after that.</summary>
    public IReadOnlyList<FollowLine> Ahead => Foreseen is { Path: { } path } ? [.. FollowLine.Of(path, Process, Frame.Words)] : [];

    /// <summary>Why it would be refused, whatever is filled in; null where it would not.</summary>
    public RefusalWords? Barred => Foreseen?.Refusal is { } refusal ? Frame.Words.Tell(refusal) : null;

    public string CaseAddress => $"{Frame.Base}/cases/{Uri.EscapeDataString(Case)}";
}
