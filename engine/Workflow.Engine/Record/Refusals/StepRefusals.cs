using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals at a step: whether it is open, whose it is, and which outcome it may have.</summary>
internal static class StepRefusals
{
    /// <summary>The process has no such step.</summary>
    /// <param name="step">The name found.</param>
    /// <param name="process">The process.</param>
    /// <param name="known">Its steps.</param>
    internal static Refusal Unknown(string step, NameValue process, IEnumerable<NameValue> known) =>
        new(new Message("step.unknown", ("step", step), ("process", process)).With(NearNames.Of(step, known)));

    /// <summary>Nobody works at the step, for a reason of this class.</summary>
    internal static Refusal NotOpen(NameValue step, Message why) => new("step.not_open", ("step", step), ("why", why));

    /// <summary>Nobody works at the step now.</summary>
    internal static Refusal NotOpen(NameValue step) => NotOpen(step, new Message("step.not_at_work"));

    /// <summary>The case was sent back behind the step, and comes to it again.</summary>
    internal static Refusal RunsAgain(NameValue step) =>
        new("step.not_open", ("step", step), ("why", new Message("step.runs_again")), ("way", new Message("step.way_again")));

    /// <summary>Why a step is not open: it did not apply.</summary>
    internal static Message PassedOver() => new("step.passed_over");

    /// <summary>Why a step is not open: it has its outcome.</summary>
    internal static Message Finished(NameValue outcome) => new("step.finished", ("outcome", outcome));

    /// <summary>Why a step is not open: it opens only inside another, which is not open.</summary>
    internal static Message Inside(NameValue around) => new("step.inside", ("around", around));

    /// <summary>Nobody has opened the step, which anybody entitled may open at any time.</summary>
    internal static Refusal NotOpenedYet(NameValue step) =>
        new("step.not_open", ("step", step), ("why", new Message("step.not_opened_yet")), ("way", new Message("step.way_open")));

    /// <summary>Why a step is not open: nobody has to do anything there.</summary>
    internal static Message WaitsForNobody() => new("step.waits_for_nobody");

    /// <summary>The case has not come to the step.</summary>
    internal static Refusal NotReached(NameValue step) => new("step.not_reached", ("step", step));

    /// <summary>The whole of a step was named that opens once per row.</summary>
    internal static Refusal RowMissing(NameValue step, string example) => new("step.rows", ("step", step), ("example", example));

    /// <summary>Somebody else may act.</summary>
    /// <param name="step">The step.</param>
    /// <param name="who">Who may act; at least one.</param>
    /// <param name="person">Who would.</param>
    internal static Refusal NotYours(NameValue step, IEnumerable<NameValue> who, NameValue person) =>
        NotYours(step, new Message("step.only", ("who", MessageValue.List(who))), person);

    /// <summary>An officer is a party of the case.</summary>
    internal static Refusal OwnCase(NameValue person) => new("step.own_case", ("person", person));

    /// <summary>The task is somebody else's.</summary>
    /// <param name="step">The step.</param>
    /// <param name="rule">Whose it is, and to do what.</param>
    /// <param name="person">Who would.</param>
    internal static Refusal NotYours(NameValue step, Message rule, NameValue person) =>
        new("step.not_yours", ("step", step), ("rule", rule), ("person", person));

    /// <summary>A called case gives the step its outcome, and nobody else.</summary>
    /// <param name="step">The step.</param>
    /// <param name="called">Number of the called case; null before it has one.</param>
    internal static Refusal WaitsForCase(NameValue step, string? called) =>
        new("step.waits_for_case", ("step", step), ("case", called ?? (MessageValue)new Message("step.called_case")));

    /// <summary>The end of its period gives the step its outcome, and nobody else.</summary>
    internal static Refusal WaitsForDay(NameValue step) => new("step.waits_for_day", ("step", step));

    /// <summary>The field that names the office of the step is empty.</summary>
    internal static Refusal NoOffice(NameValue step, NameValue field) => new("step.no_office", ("step", step), ("field", field));

    /// <summary>The case has no party that the step is for.</summary>
    internal static Refusal NoParty(NameValue step, NameValue party) => new("step.no_party", ("step", step), ("party", party));

    /// <summary>Somebody else has it in hand.</summary>
    /// <param name="what">A step or an answer, of this class.</param>
    /// <param name="holder">Who has it.</param>
    internal static Refusal Claimed(Message what, NameValue holder) => new("step.claimed", ("what", what), ("holder", holder));

    /// <summary>The actor has it in hand already.</summary>
    internal static Refusal ClaimedByYou(NameValue step) => new("step.claimed_by_you", ("step", step));

    /// <summary>The actor does not have it in hand.</summary>
    /// <param name="what">A step or an answer, of this class.</param>
    /// <param name="person">The actor.</param>
    internal static Refusal NotClaimed(Message what, NameValue person) => new("step.not_claimed", ("what", what), ("person", person));

    /// <summary>What is held: a step.</summary>
    internal static Message Whole(NameValue step) => new("step.whole", ("step", step));

    /// <summary>What is held: the answer of a participant.</summary>
    internal static Message AnswerOf(NameValue participant, NameValue step) =>
        new("step.answer_of", ("participant", participant), ("step", step));

    /// <summary>What is held: any answer that is still waited for.</summary>
    internal static Message AnyAnswer(NameValue step) => new("step.any_answer", ("step", step));

    /// <summary>The actor may mean several participants.</summary>
    internal static Refusal ParticipantUnclear(NameValue person, IEnumerable<NameValue> participants) =>
        new("step.participant_unclear", ("person", person), ("participants", MessageValue.List(participants)));

    /// <summary>The step has no such outcome.</summary>
    internal static Refusal OutcomeUnknown(NameValue step, string? found, IReadOnlyCollection<NameValue> outcomes) =>
        new(
            new Message("step.outcome_unknown", ("step", step), ("found", found ?? ""), ("outcomes", MessageValue.List(outcomes))).With(
                NearNames.Of(found ?? "", outcomes)
            )
        );

    /// <summary>The outcome's condition does not hold.</summary>
    internal static Refusal OutcomeNotAllowed(NameValue step, NameValue outcome) =>
        new("step.outcome_not_allowed", ("step", step), ("outcome", outcome));

    /// <summary>The outcome was taken as often as it may be.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="most">How often it may be taken.</param>
    /// <param name="law">The law that bounds it; null where only the office does.</param>
    internal static Refusal OutcomeUsedUp(NameValue step, NameValue outcome, int most, string? law) =>
        new("step.outcome_used_up", ("step", step), ("outcome", outcome), ("most", most), ("under", Under(law)));

    private static MessageValue Under(string? law) => law is null ? "" : new Message("step.under_law", ("law", law));

    /// <summary>The outcome sent the case back as often as it may.</summary>
    internal static Refusal BacksUsedUp(NameValue step, NameValue outcome, int most) =>
        new("step.backs_used_up", ("step", step), ("outcome", outcome), ("most", most));

    /// <summary>Something that the step needs is not there yet; a need of this class.</summary>
    internal static Refusal Needs(NameValue step, Message need) => new("step.needs", ("step", step), ("need", need));

    /// <summary>A need: the number of a document.</summary>
    internal static Message NeedsNumber(NameValue document) => new("step.need_number", ("document", document));

    /// <summary>A need: a field of a step or of the form.</summary>
    internal static Message NeedsField(NameValue field, NameValue where) => new("step.need_field", ("field", field), ("where", where));

    /// <summary>A need: the outcome of a step.</summary>
    internal static Message NeedsOutcome(NameValue step) => new("step.need_outcome", ("step", step));

    /// <summary>A need: a moment.</summary>
    internal static Message NeedsMoment(NameValue moment) => new("step.need_moment", ("moment", moment));

    /// <summary>A need that a condition states.</summary>
    internal static Message NeedsCondition() => new("step.need_condition");

    /// <summary>An open step holds the ordinary work.</summary>
    internal static Refusal Held(NameValue holding) => new("step.held", ("holding", holding));

    /// <summary>The step's condition does not hold.</summary>
    internal static Refusal NotApplicable(NameValue step) => new("step.not_applicable", ("step", step));

    /// <summary>Several answer at the step.</summary>
    internal static Refusal Joint(NameValue step) => new("step.joint", ("step", step));

    /// <summary>One post acts at the step.</summary>
    internal static Refusal NotJoint(NameValue step) => new("step.not_joint", ("step", step));

    /// <summary>The step is not one that somebody opens at any time.</summary>
    internal static Refusal NotAnyTime(NameValue step) => new("step.not_any_time", ("step", step));

    /// <summary>The step is open already.</summary>
    internal static Refusal AlreadyOpen(NameValue step) => new("step.already_open", ("step", step));

    /// <summary>A party has an answer of its own at the step, and none of the rights of officers.</summary>
    internal static Refusal NotForParties(NameValue step) => new("step.not_for_parties", ("step", step));

    /// <summary>Somebody involved has not replied.</summary>
    internal static Refusal SignerWaits(NameValue step, NameValue person) => new("step.signer_waits", ("step", step), ("person", person));

    /// <summary>A proposed outcome waits for the signers after it.</summary>
    internal static Refusal Proposed(NameValue step) => new("step.proposed", ("step", step));

    /// <summary>An act needs reasons.</summary>
    /// <param name="act">What needs them: a message that follows “for”.</param>
    internal static Refusal ReasonsMissing(Message act) => new("step.reasons_missing", ("act", act));

    /// <summary>What needs reasons: an outcome.</summary>
    internal static Message AnOutcome(NameValue outcome) => new("step.an_outcome", ("outcome", outcome));

    /// <summary>What needs reasons: a return.</summary>
    internal static Message AReturn(NameValue to) => new("step.a_return", ("to", to));

    /// <summary>The reasons are longer than is kept.</summary>
    internal static Refusal ReasonsTooLong(int most, int found) => new("step.reasons_too_long", ("most", most), ("found", found));
}
