using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of taking over a case from another system.</summary>
internal static class AdoptRefusals
{
    /// <summary>The case was taken over before.</summary>
    internal static Refusal Already(string number, string system) => new(AdoptCodes.Already, ("number", number), ("system", system));

    /// <summary>Two documents are reported with one number of a series.</summary>
    internal static Refusal NumberTold(string number) => new(AdoptCodes.NumberTold, ("number", number));

    /// <summary>A reported number lies ahead of those that the series gives here.</summary>
    internal static Refusal NumberAhead(string number, string series, long first) =>
        new("adopt.number_ahead", ("number", number), ("series", series), ("first", first));

    /// <summary>A series is none of the process.</summary>
    internal static Refusal SeriesUnknown(string series, NameValue process) =>
        new("adopt.series_unknown", ("series", series), ("process", process));

    /// <summary>A series goes on at a serial that is none.</summary>
    internal static Refusal SeriesBounds(string series, long start, int most) =>
        new("adopt.series_bounds", ("series", series), ("start", start), ("most", most));

    /// <summary>Numbers were given here before the serial at which a series is to go on.</summary>
    internal static Refusal SeriesUsed(string series, long start, long first, long next) =>
        new("adopt.series_used", ("series", series), ("start", start), ("first", first), ("next", next));

    /// <summary>A reported document is none of the process.</summary>
    internal static Refusal DocumentUnknown(string document, NameValue process, IEnumerable<NameValue> known) =>
        new(new Message("adopt.document_unknown", ("document", document), ("process", process)).With(NearNames.Of(document, known)));

    /// <summary>Nothing is reported of a document that a step issued.</summary>
    internal static Refusal DocumentMissing(NameValue document, NameValue step) =>
        new("adopt.document_missing", ("document", document), ("step", step));

    /// <summary>More documents are reported than were issued.</summary>
    internal static Refusal DocumentStray(NameValue document, int told, int issued) =>
        new("adopt.document_stray", ("document", document), ("told", told), ("issued", issued));

    /// <summary>No reported act marks a moment.</summary>
    internal static Refusal Moment(NameValue moment) => new("adopt.moment", ("moment", moment));

    /// <summary>A task did not open at all.</summary>
    internal static Refusal NeverOpened(NameValue run) => Opened(new Message("adopt.opened.never", ("step", run)));

    /// <summary>A task cannot have opened before the act that led to it.</summary>
    internal static Refusal OpenedTooEarly(NameValue step, DateOnly on, DateOnly day) =>
        Opened(new Message("adopt.opened.early", ("step", step), ("on", on), ("day", day)));

    /// <summary>Lots that were drawn elsewhere cannot be proved here.</summary>
    internal static Refusal Draw(NameValue step) => new("adopt.draw", ("step", step));

    /// <summary>An act is reported at a block, which nobody does.</summary>
    internal static Refusal Block(NameValue step) => new("adopt.block", ("step", step));

    /// <summary>An act is reported at a step that was not open.</summary>
    internal static Refusal OutOfOrder(Message why, DateOnly day, NameValue outcome, MessageValue open) =>
        new("adopt.out_of_order", ("why", why), ("day", day), ("outcome", outcome), ("open", open));

    /// <summary>By what is reported the case has ended.</summary>
    internal static Refusal Ended(NameValue result) => new("adopt.ended", ("result", result));

    /// <summary>Nobody waited for an answer of this post.</summary>
    internal static Refusal Participant(NameValue participant, NameValue step, DateOnly on, MessageValue awaited) =>
        new("adopt.participant", ("participant", participant), ("step", step), ("on", on), ("awaited", awaited));

    /// <summary>The other system and the definition disagree on where the case is.</summary>
    internal static Refusal Elsewhere(MessageValue told, MessageValue found) => new("adopt.elsewhere", ("told", told), ("found", found));

    /// <summary>No step at all, in a list of steps.</summary>
    internal static Message NoStep() => new("adopt.no_step");

    /// <summary>The case waits for a case that it called.</summary>
    internal static Refusal CallOpen(NameValue step) => new("adopt.call_open", ("step", step));

    /// <summary>A task that nobody takes is said to have a holder.</summary>
    internal static Refusal NoTask(NameValue step, NameValue person) =>
        Holder(new Message("adopt.holder.no_task", ("step", step), ("person", person)));

    /// <summary>The holder of a task may not act there.</summary>
    internal static Refusal NotEntitled(NameValue step, NameValue person, MessageValue posts) =>
        Holder(new Message("adopt.holder.not_entitled", ("step", step), ("person", person), ("posts", posts)));

    /// <summary>A definition was named though one was in force.</summary>
    internal static Refusal Definition(NameValue process, DateOnly lodged) =>
        new("adopt.definition", ("process", process), ("lodged", lodged));

    /// <summary>No definition was in force on the day of lodging, and none is named.</summary>
    internal static Refusal NoDefinition(NameValue process, DateOnly lodged) =>
        new("adopt.no_definition", ("process", process), ("lodged", lodged));

    /// <summary>The definition that is named was never published.</summary>
    internal static Refusal UnknownDefinition(NameValue process, string digest) =>
        new("adopt.unknown_definition", ("process", process), ("digest", digest));

    /// <summary>The other system or the number there is missing.</summary>
    internal static Refusal Unnamed() => new("adopt.unnamed");

    /// <summary>More is reported of one case than anybody can check.</summary>
    internal static Refusal TooMuch(int most, int found) => new("adopt.too_much", ("most", most), ("found", found));

    /// <summary>A name or number is too long.</summary>
    internal static Refusal NameTooLong(int most, int found) => new("adopt.name_too_long", ("most", most), ("found", found));

    /// <summary>A day lies before the lodging or after today.</summary>
    internal static Refusal DayOutOfBounds(Message what, DateOnly on, DateOnly lodged, DateOnly today) =>
        new("adopt.day_out_of_bounds", ("what", what), ("on", on), ("lodged", lodged), ("today", today));

    /// <summary>A material is reported both as promised and as received.</summary>
    internal static Refusal Promise(NameValue material) => new("adopt.promise", ("material", material));

    private static Refusal Opened(Message why) => new("adopt.opened", ("why", why));

    private static Refusal Holder(Message why) => new("adopt.holder", ("why", why));
}
