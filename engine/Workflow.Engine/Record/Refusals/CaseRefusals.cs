using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals because of how far a case has come, and because of the day on which something is to take effect.</summary>
internal static class CaseRefusals
{
    /// <summary>There is no such case yet.</summary>
    internal static Refusal NotLodged() => new("case.unknown");

    /// <summary>The case was lodged before.</summary>
    internal static Refusal AlreadyLodged(string number) => new("case.already_lodged", ("number", number));

    /// <summary>Everything is so already.</summary>
    internal static Refusal NothingToDo() => new("case.nothing_to_do");

    /// <summary>The moment lies before the last entry.</summary>
    internal static Refusal RecordedTooEarly(DateTimeOffset last, DateTimeOffset at) =>
        new("case.recorded_too_early", ("last", last), ("at", at));

    /// <summary>Something that is due comes first.</summary>
    internal static Refusal NotSettled() => new("case.not_settled");

    /// <summary>The effective day is still to come.</summary>
    internal static Refusal InFuture(DateOnly today, DateOnly on) => new("case.effective_in_future", ("today", today), ("on", on));

    /// <summary>No document proves the earlier day.</summary>
    internal static Refusal ProofMissing(DateOnly on) => new("case.proof_missing", ("on", on));

    /// <summary>A party, or somebody who held no post on both days, would record an earlier day.</summary>
    internal static Refusal NotToBackdate(NameValue person) => new("case.not_to_backdate", ("person", person));

    /// <summary>The effective day lies before something.</summary>
    /// <param name="day">The day of that.</param>
    /// <param name="what">What took effect then, of this class.</param>
    /// <param name="on">The effective day.</param>
    internal static Refusal BeforeWhatItBuildsOn(DateOnly day, Message what, DateOnly on) =>
        new("case.effective_too_early", ("day", day), ("what", what), ("on", on));

    /// <summary>It is too late to record the act.</summary>
    internal static Refusal RecordedTooLate(int most, int late) => new("case.recorded_too_late", ("most", most), ("late", late));

    /// <summary>What took effect: the lodging.</summary>
    internal static Message WasLodged() => new("case.built.lodged");

    /// <summary>What took effect: the conclusion.</summary>
    internal static Message WasConcluded() => new("case.built.concluded");

    /// <summary>What took effect: the suspension.</summary>
    internal static Message WasSuspended(string document) => new("case.built.suspended", ("document", document));

    /// <summary>What took effect: the step could be done.</summary>
    internal static Message BecamePossible(NameValue step) => new("case.built.possible", ("step", step));

    /// <summary>What took effect: an act at the step.</summary>
    internal static Message ActedAt(NameValue step) => new("case.built.acted_at", ("step", step));

    /// <summary>What took effect: an act at what runs again.</summary>
    internal static Message ActedAtWhatRunsAgain() => new("case.built.acted_again");

    /// <summary>What took effect: an act before a step.</summary>
    internal static Message ActedBefore(NameValue step) => new("case.built.acted_before", ("step", step));

    /// <summary>What took effect: an act anywhere in the case.</summary>
    internal static Message ActedInCase() => new("case.built.acted");

    /// <summary>What took effect: the request.</summary>
    internal static Message AskedAt(NameValue step) => new("case.built.asked", ("step", step));

    /// <summary>What took effect: the proposal of an outcome.</summary>
    internal static Message ProposedAt(NameValue step) => new("case.built.proposed", ("step", step));

    /// <summary>What took effect: the answer.</summary>
    internal static Message AnsweredAt(NameValue step) => new("case.built.answered", ("step", step));

    /// <summary>What took effect: the outcome.</summary>
    internal static Message CompletedAt(NameValue step) => new("case.built.completed", ("step", step));

    /// <summary>What took effect: what was last told of a material.</summary>
    internal static Message MaterialStood(NameValue material) => new("case.built.material", ("material", material));

    /// <summary>What took effect: the start of a clock.</summary>
    internal static Message ClockStarted(NameValue clock) => new("case.built.clock_started", ("clock", clock));

    /// <summary>What took effect: the end of a clock.</summary>
    internal static Message ClockEnded(NameValue clock) => new("case.built.clock_ended", ("clock", clock));
}
