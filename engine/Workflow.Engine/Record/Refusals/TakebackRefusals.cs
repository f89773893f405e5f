using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of taking back one's own act.</summary>
internal static class TakebackRefusals
{
    /// <summary>The step has no outcome.</summary>
    internal static Refusal Nothing(NameValue step) =>
        new("takeback.nothing", ("why", new Message("takeback.nothing.outcome", ("step", step))));

    /// <summary>The actor has not answered.</summary>
    internal static Refusal NoAnswer(NameValue step, NameValue person) =>
        new("takeback.nothing", ("why", new Message("takeback.nothing.answer", ("step", step), ("person", person))));

    /// <summary>Somebody else acted.</summary>
    internal static Refusal NotYours(NameValue step, NameValue by, NameValue person) =>
        new("takeback.not_yours", ("why", new Message("takeback.not_yours.other", ("step", step), ("by", by), ("person", person))));

    /// <summary>The actor, or the one acted for, may not act at the step any more.</summary>
    internal static Refusal NoLonger(NameValue step, NameValue person) =>
        new("takeback.not_yours", ("why", new Message("takeback.not_yours.any_more", ("step", step), ("person", person))));

    /// <summary>The result follows from the answers of several.</summary>
    internal static Refusal OfAll(NameValue step) =>
        new("takeback.not_yours", ("why", new Message("takeback.not_yours.all", ("step", step))));

    /// <summary>Somebody has acted since.</summary>
    internal static Refusal Acted(NameValue step, NameValue since) =>
        new("takeback.acted", ("why", new Message("takeback.acted.step", ("step", step), ("since", since))));

    /// <summary>Somebody has answered after, where they answer in order.</summary>
    internal static Refusal Answered(NameValue step, NameValue person) =>
        new("takeback.acted", ("why", new Message("takeback.acted.answer", ("step", step), ("person", person))));

    /// <summary>The act was in time, and its period is over.</summary>
    internal static Refusal PeriodEnded(NameValue step, NameValue clock, DateOnly dueOn) =>
        new("takeback.period_ended", ("step", step), ("clock", clock), ("due_on", dueOn));

    /// <summary>An outcome has had its effect.</summary>
    internal static Refusal Final(Message why) => new("takeback.final", ("why", why));

    /// <summary>What follows is not a consequence of the step.</summary>
    internal static Message AtAnyTime(NameValue step) => new("takeback.final.any_time", ("step", step));

    /// <summary>Nobody chose the outcome.</summary>
    internal static Message NotChosen(NameValue step) => new("takeback.final.not_chosen", ("step", step));

    /// <summary>The outcome closed other work.</summary>
    internal static Message ClosedOthers(NameValue step, NameValue outcome) =>
        new("takeback.final.closed_others", ("step", step), ("outcome", outcome));

    /// <summary>The block around it has ended.</summary>
    internal static Message BlockEnded(NameValue step, NameValue block) =>
        new("takeback.final.block_ended", ("step", step), ("block", block));
}
