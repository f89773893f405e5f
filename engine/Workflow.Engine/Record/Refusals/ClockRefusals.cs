using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of acts on a clock.</summary>
internal static class ClockRefusals
{
    /// <summary>Only a rule lets a clock run out.</summary>
    internal static Refusal RuleOnly() => new("clock.rule_only");

    /// <summary>The process has no such clock.</summary>
    /// <param name="clock">The name found.</param>
    /// <param name="process">The process.</param>
    /// <param name="known">Its clocks.</param>
    internal static Refusal Unknown(string clock, NameValue process, IEnumerable<NameValue> known) =>
        new(new Message("clock.not_of_process", ("clock", clock), ("process", process)).With(NearNames.Of(clock, known)));

    /// <summary>The clock does not run.</summary>
    internal static Refusal NotOpen(NameValue clock) => new("clock.not_open", ("clock", clock));

    /// <summary>The clock is paused and does not run out.</summary>
    internal static Refusal StandsStill(NameValue clock) =>
        new("clock.not_due", ("why", new Message("clock.not_due.paused", ("clock", clock))));

    /// <summary>Its last day is not past.</summary>
    internal static Refusal NotDue(NameValue clock, DateOnly due, DateOnly today) =>
        new("clock.not_due", ("why", new Message("clock.not_due.yet", ("clock", clock), ("due", due), ("today", today))));

    /// <summary>The rule gives no extension of the length.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="lengths">Those that the rule still gives, each of this class.</param>
    /// <param name="asked">The length asked.</param>
    internal static Refusal ExtensionNotAllowed(NameValue clock, MessageValue lengths, MessageValue asked) =>
        new("clock.extension_not_allowed", ("clock", clock), ("lengths", lengths), ("asked", asked));

    /// <summary>A length: exactly so much.</summary>
    internal static Message Exactly(MessageValue length) => new("clock.exactly", ("length", length));

    /// <summary>A length: at most so much.</summary>
    internal static Message UpTo(MessageValue length) => new("clock.up_to", ("length", length));

    /// <summary>What needs reasons: an extension.</summary>
    internal static Message AnExtension(NameValue clock) => new("clock.an_extension", ("clock", clock));

    /// <summary>Another approves the extension.</summary>
    internal static Refusal ApproverRank(NameValue clock, MessageValue approvers, NameValue person) =>
        new("clock.approver_rank", ("clock", clock), ("approvers", approvers), ("person", person));

    /// <summary>Several decide together on the extension, and have not done so.</summary>
    internal static Refusal NotDecided(NameValue clock, NameValue step, NameValue outcome) =>
        new("clock.not_decided", ("clock", clock), ("step", step), ("outcome", outcome));

    /// <summary>The clock is overdue, and no paper about it that was in the case by then shows what would lift that.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="due">Its last day.</param>
    internal static Refusal LiftUnproven(NameValue clock, DateOnly due) => new("clock.lift_unproven", ("clock", clock), ("due", due));

    /// <summary>The clock would be paused or extended for an earlier day, and no paper about that lies in the case.</summary>
    internal static Refusal ChangeUnproven(NameValue clock) => new("clock.change_unproven", ("clock", clock));

    /// <summary>A period would be over on the day on which its start is first recorded.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="start">The day told.</param>
    /// <param name="due">Its last day then.</param>
    internal static Refusal OverAtOnce(NameValue clock, DateOnly start, DateOnly due) =>
        new("clock.over_at_once", ("clock", clock), ("start", start), ("due", due));

    /// <summary>A day from which a period runs is told too late.</summary>
    /// <param name="step">The step that tells it.</param>
    /// <param name="day">The day told.</param>
    /// <param name="most">Within how many working days it is recorded.</param>
    /// <param name="late">How many have passed.</param>
    internal static Refusal ToldTooLate(NameValue step, DateOnly day, int most, int late) =>
        new("clock.told_too_late", ("step", step), ("day", day), ("most", most), ("late", late));

    /// <summary>The last day is past.</summary>
    internal static Refusal AlreadyOverdue(NameValue clock, DateOnly due) => new("clock.already_overdue", ("clock", clock), ("due", due));

    /// <summary>The rule lets nobody extend the clock.</summary>
    internal static Refusal NoExtension(NameValue clock) => new("clock.no_extension", ("clock", clock));

    /// <summary>Every extension of the rule is used.</summary>
    internal static Refusal ExtensionUsed(NameValue clock, int times) => new("clock.extension_used", ("clock", clock), ("times", times));

    /// <summary>A pause lies before the start.</summary>
    internal static Refusal BeforeStart(NameValue clock, DateOnly from, DateOnly on) =>
        new("clock.before_start", ("clock", clock), ("from", from), ("on", on));

    /// <summary>The pause ends before it begins.</summary>
    internal static Refusal PauseEmpty(DateOnly from, DateOnly to) => new("clock.pause_empty", ("from", from), ("to", to));

    /// <summary>The notice announces too long a pause.</summary>
    internal static Refusal PauseTooLong(int years, DateOnly to) => new("clock.pause_too_long", ("years", years), ("to", to));

    /// <summary>No notice is named.</summary>
    internal static Refusal NoticeMissing() => new("clock.notice_missing");

    /// <summary>The notice's number is too long.</summary>
    internal static Refusal NoticeTooLong(int most, int found) => new("clock.notice_too_long", ("most", most), ("found", found));

    /// <summary>The clock is paused on that ground already.</summary>
    internal static Refusal AlreadyPaused(NameValue clock, NameValue ground) =>
        new("clock.already_paused", ("clock", clock), ("ground", ground));

    /// <summary>No notice pauses the clock on that ground.</summary>
    internal static Refusal NotPaused(NameValue clock, NameValue ground) => new("clock.not_paused", ("clock", clock), ("ground", ground));

    /// <summary>The clock counts what the ground says.</summary>
    internal static Refusal GroundUnknown(NameValue clock, string ground) =>
        new("clock.ground_unknown", ("clock", clock), ("ground", ground));

    /// <summary>The clock counts everything but some grounds.</summary>
    internal static Refusal GroundUnknown(NameValue clock, string ground, MessageValue grounds) =>
        new("clock.ground_unknown", ("clock", clock), ("ground", ground), ("way", new Message("clock.grounds", ("grounds", grounds))));

    /// <summary>The length that the office set lies outside the rule's.</summary>
    internal static Refusal LengthOutOfBounds(NameValue field, NameValue clock, MessageValue most, string found) =>
        new("clock.length_out_of_bounds", ("field", field), ("clock", clock), ("most", most), ("found", found));

    /// <summary>The length that the office set falls short of the rule's floor.</summary>
    internal static Refusal LengthUnderFloor(NameValue field, NameValue clock, MessageValue least, string found) =>
        new("clock.length_under_floor", ("field", field), ("clock", clock), ("least", least), ("found", found));
}
