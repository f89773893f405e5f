using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding;

/// <summary>Something that a person might do to a case, and why not when it is not allowed.</summary>
/// <param name="Action">The command's stored name, such as <c>complete</c>.</param>
/// <param name="Target">The step, clock or material it is about; null for the case.</param>
/// <param name="Choice">The outcome, the vote, the step to return to or the ground; null where there is none.</param>
/// <param name="Title">What the definition calls it; null where the action goes by its own word.</param>
/// <param name="WhyNot">Null when it is allowed.</param>
public sealed record ActionOffer(string Action, string? Target, string? Choice, NameValue? Title, Refusal? WhyNot)
{
    /// <summary>How the case may go on after a return; the first where nobody says. Empty for other actions.</summary>
    public ImmutableArray<ReturnMode> Then { get; init; } = [];

    /// <summary>Whether it speaks to those who were sent a copy, and not to those whose turn it is.</summary>
    public bool IsToReaders { get; private init; }

    /// <summary>Whether it is allowed now, payload aside.</summary>
    public bool Allowed => WhyNot is null;

    /// <summary>Offers something with the case as a whole.</summary>
    internal static ActionOffer OfCase(string action, Refusal? whyNot) => new(action, null, null, null, whyNot);

    /// <summary>Offers something with those who were sent a copy of the case.</summary>
    internal static ActionOffer ToReaders(string action, Refusal? whyNot) => OfCase(action, whyNot) with { IsToReaders = true };

    /// <summary>Offers something at a step that goes by its own word.</summary>
    internal static ActionOffer At(string action, string key, Refusal? whyNot, string? choice = null) =>
        new(action, key, choice, null, whyNot);

    /// <summary>Offers an outcome, or a vote for it.</summary>
    internal static ActionOffer Outcome(string action, string key, OutcomeRule outcome, Refusal? whyNot) =>
        new(action, key, outcome.Id, outcome.Name(outcome.Id), whyNot);

    /// <summary>Offers to bring the case to a step.</summary>
    internal static ActionOffer To(CaseLook look, string action, string? from, string to, Refusal? whyNot) =>
        new(action, from, to, look.Process.StepName(to), whyNot);
}
