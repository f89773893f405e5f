using Workflow.Engine.Messages;

namespace Workflow.Storage.Alerts;

/// <summary>What a person must look at.</summary>
internal static class AlertMessages
{
    /// <summary>A rule ended a clock later than on its legal day.</summary>
    internal static Message CaughtUp(NameValue clock, NameValue outcome, DateOnly due, DateOnly recorded) =>
        new("alert.caught_up", ("clock", clock), ("outcome", outcome), ("due", due), ("recorded", recorded));

    /// <summary>A period had ended in another system.</summary>
    internal static Message SilenceElsewhere(NameValue clock, DateOnly due, string system) =>
        new("alert.silence_elsewhere", ("clock", clock), ("due", due), ("system", system));

    /// <summary>A period ended without its outcome.</summary>
    internal static Message SilenceWithheld(NameValue clock, DateOnly due, NameValue outcome) =>
        new("alert.silence_withheld", ("clock", clock), ("due", due), ("outcome", outcome));

    /// <summary>Somebody recorded an act with an earlier day.</summary>
    /// <param name="person">Who.</param>
    /// <param name="days">The day on which it takes effect, and the day on which it was recorded.</param>
    /// <param name="proof">On what paper, of this class.</param>
    internal static Message Backdated(NameValue person, (DateOnly On, DateOnly Recorded) days, Message proof) =>
        new("alert.backdated", ("person", person), ("on", days.On), ("recorded", days.Recorded), ("proof", proof));

    /// <summary>A paper that lies in the case.</summary>
    internal static Message InTheCase(string document) => new("alert.in_the_case", ("document", document));

    /// <summary>A paper that is only named.</summary>
    internal static Message NotInTheCase(string document) => new("alert.not_in_the_case", ("document", document));

    /// <summary>No paper at all.</summary>
    internal static Message NoPaper() => new("alert.no_paper");

    /// <summary>A task opened for a post of which nobody may do it that day.</summary>
    internal static Message Unattended(NameValue step, NameValue post, long holders) =>
        new("alert.unattended", ("step", step), ("post", post), ("holders", holders));

    /// <summary>A task waits for a post that nobody holds.</summary>
    internal static Message NoHolder(NameValue step, NameValue post) => new("alert.no_holder", ("step", step), ("post", post));

    /// <summary>A task waits for a post of which nobody may do it.</summary>
    internal static Message NobodyLeft(NameValue step, NameValue post, long holders) =>
        new("alert.nobody_left", ("step", step), ("post", post), ("holders", holders));

    /// <summary>A task waits for an office that the case does not name.</summary>
    internal static Message NoOffice(NameValue step, NameValue post) => new("alert.no_office", ("step", step), ("post", post));

    /// <summary>An officer was named as a party by another party.</summary>
    internal static Message OfficerNamed(NameValue person) => new("alert.officer_named", ("person", person));

    /// <summary>One of supervision or audit was named as a party by somebody else.</summary>
    internal static Message OverseerNamed(NameValue person) => new("alert.overseer_named", ("person", person));

    /// <summary>An officer is a party, by their own word or that of the head of the leading office.</summary>
    internal static Message OfficerIsParty(NameValue person) => new("alert.officer_party", ("person", person));

    /// <summary>An officer who was a party says that they are none.</summary>
    internal static Message OfficerDenies(NameValue person) => new("alert.officer_denies", ("person", person));

    /// <summary>An officer acted for an office and proved to be a party.</summary>
    internal static Message ActedInOwnCase(NameValue person, NameValue step) => new("alert.own_case", ("person", person), ("step", step));

    /// <summary>A form was corrected after a decision on it.</summary>
    internal static Message CorrectedDecision(NameValue step, MessageValue fields) =>
        new("alert.corrected_decision", ("step", step), ("fields", fields));

    /// <summary>The step that called has no outcome for the end of the called case.</summary>
    internal static Message CallUnmapped(NameValue step, string called, string result, string entitled) =>
        new("alert.call_unmapped", ("step", step), ("called", called), ("result", result), ("entitled", entitled));

    /// <summary>Nothing waits any more for the end of a called case.</summary>
    internal static Message CallDropped(NameValue step, string called, long run, string result) =>
        new("alert.call_dropped", ("step", step), ("called", called), ("run", run), ("result", result));

    /// <summary>The program broke on a case.</summary>
    internal static Message Broke(string detail) => new("alert.broke", ("detail", detail));
}
