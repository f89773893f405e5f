using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals in a joint review.</summary>
internal static class VoteRefusals
{
    /// <summary>A natural person has one voice, and has given it.</summary>
    internal static Refusal SamePerson(NameValue step, NameValue person, NameValue participant) =>
        new("vote.same_person", ("step", step), ("person", person), ("participant", participant));

    /// <summary>No answer of that participant is open to the actor.</summary>
    internal static Refusal NotYours(NameValue step, NameValue participant, NameValue person) =>
        new("vote.not_yours", ("step", step), ("participant", participant), ("person", person));

    /// <summary>Nobody may vote for that.</summary>
    internal static Refusal ChoiceUnknown(NameValue step, string found, IReadOnlyCollection<NameValue> choices) =>
        new(
            "vote.choice_unknown",
            ("step", step),
            ("found", found),
            ("choices", MessageValue.List(choices)),
            ("way", NearNames.Near(found, choices) ?? new Message("vote.abstain"))
        );

    /// <summary>The head decides and does not answer.</summary>
    internal static Refusal HeadDecides(NameValue step) => new("step.head_decides", ("step", step));

    /// <summary>What needs reasons: a decision against the majority.</summary>
    internal static Message AgainstMajority(NameValue step, NameValue majority) =>
        new("vote.against_majority", ("step", step), ("majority", majority));
}
