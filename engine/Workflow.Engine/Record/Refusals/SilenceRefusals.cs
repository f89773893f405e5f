using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of reversing what took effect by silence.</summary>
internal static class SilenceRefusals
{
    /// <summary>The clock has not ended in an outcome.</summary>
    internal static Refusal None(NameValue clock) => None(new Message("silence.none.no_outcome", ("clock", clock)));

    /// <summary>The run of the step to which the clock belongs was put aside.</summary>
    internal static Refusal PutAside(NameValue clock, NameValue step) =>
        None(new Message("silence.none.put_aside", ("clock", clock), ("step", step)));

    /// <summary>Whoever was silent has answered since.</summary>
    internal static Refusal Answered(NameValue clock, NameValue participant) =>
        None(new Message("silence.none.answered", ("clock", clock), ("participant", participant)));

    /// <summary>A person decided the step.</summary>
    internal static Refusal Decided(NameValue clock, NameValue step, NameValue person) =>
        None(new Message("silence.none.decided", ("clock", clock), ("step", step), ("person", person)));

    /// <summary>The whole review came to its result by silence, not by answers.</summary>
    internal static Refusal Whole(NameValue step, NameValue whole, DateOnly due, NameValue outcome) =>
        new("silence.whole", ("step", step), ("whole", whole), ("due", due), ("outcome", outcome));

    /// <summary>The case is concluded; it can be opened again by the order.</summary>
    internal static Refusal Concluded(string number, NameValue result) => Concluded(number, result, "");

    /// <summary>The case is concluded; it can be opened again at the step by the order.</summary>
    internal static Refusal ConcludedAt(string number, NameValue result, NameValue step) =>
        Concluded(number, result, new Message("silence.from_step", ("step", step)));

    private static Refusal Concluded(string number, NameValue result, MessageValue from) =>
        new("silence.concluded", ("number", number), ("result", result), ("from", from));

    private static Refusal None(Message why) => new("silence.none", ("why", why));
}
