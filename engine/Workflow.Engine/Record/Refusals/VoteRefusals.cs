using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals in a joint review.</summary>
internal static class VoteRefusals
{
    /// <summary>A natural person has one voice, and has given it.</summary>
    internal static Refusal SamePerson(NameValue step, NameValue person, NameValue participant) =>
        new("vote.same_person", ("step", step), ("person", person), ("participant", participant));

    /// <summary>Several would sign an opinion that comes after the result.</summary>
    internal static Refusal OpinionSignedTogether(NameValue step) => new("vote.opinion_signed_together", ("step", step));

    /// <summary>The actor has answered already.</summary>
    internal static Refusal Answered(NameValue step, NameValue participant) =>
        new("vote.answered", ("step", step), ("participant", participant));

    /// <summary>What needs reasons: that somebody is absent.</summary>
    internal static Message Absence(NameValue step) => new("vote.absence", ("step", step));

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

    /// <summary>No attendance is kept where no quorum is asked.</summary>
    internal static Refusal NoAttendance(NameValue step) => new("vote.no_attendance", ("step", step));

    /// <summary>Too few are there.</summary>
    internal static Refusal NoQuorum(NameValue step, int least, int members, int present) =>
        new("vote.no_quorum", ("step", step), ("least", least), ("members", members), ("present", present));

    /// <summary>Somebody is no member.</summary>
    internal static Refusal NoMember(NameValue step, NameValue person) => new("vote.no_member", ("step", step), ("person", person));

    /// <summary>Somebody who answered was there.</summary>
    internal static Refusal WasThere(NameValue step, NameValue participant) =>
        new("vote.was_there", ("step", step), ("participant", participant));

    /// <summary>Without somebody who holds a veto there is no result.</summary>
    internal static Refusal AbsentVeto(NameValue step, NameValue participant) =>
        new("vote.absent_veto", ("step", step), ("participant", participant));

    /// <summary>Somebody is recorded as absent.</summary>
    internal static Refusal StayedAway(NameValue step, NameValue person) => new("vote.stayed_away", ("step", step), ("person", person));

    /// <summary>What needs reasons: a decision against the majority.</summary>
    internal static Message AgainstMajority(NameValue step, NameValue majority) =>
        new("vote.against_majority", ("step", step), ("majority", majority));
}
