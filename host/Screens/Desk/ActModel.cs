using System.Collections.Immutable;
using Workflow.Host.Acting;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>An action being filled in: left what it asks, right what would follow.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Case">The case's number.</param>
/// <param name="Deed">The action, as the page of the case calls it.</param>
/// <param name="Asked">What it asks.</param>
/// <param name="Revision">The number of the last entry that the person has read.</param>
public sealed record ActModel(Frame Frame, string Case, Deed Deed, ActionForm Asked, long Revision)
{
    /// <summary>The step or thing that it is about, in words; empty for the case.</summary>
    public string About { get; init; } = "";

    /// <summary>Whom the action may name.</summary>
    public ImmutableArray<Candidates.Candidate> Candidates { get; init; } = [];

    /// <summary>The paper that has to be named where a visitor's act is done for them; null for any other action.</summary>
    public FormInput? Proof { get; init; }

    /// <summary>What would follow.</summary>
    public required FollowsModel Follows { get; init; }

    /// <summary>Why it was refused just now; null when it was not sent yet.</summary>
    public RefusalWords? Refused { get; init; }

    public string CaseAddress => $"{Frame.Base}/cases/{Uri.EscapeDataString(Case)}";

    /// <summary>What was filled in before.</summary>
    internal PageForm Form { get; init; } = PageForm.Empty;

    public IReadOnlyList<string> Given(string input) => Form.Given(input);
}
