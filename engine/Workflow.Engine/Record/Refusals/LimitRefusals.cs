using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals because of a limit: the case stands still, a period took effect, a floor is not reached, a day lies outside.</summary>
internal static class LimitRefusals
{
    /// <summary>The period is over and its silence took effect.</summary>
    /// <param name="step">The step.</param>
    /// <param name="due">The last day of the period.</param>
    /// <param name="effect">What took effect, of this class.</param>
    internal static Refusal AlreadyTookEffect(NameValue step, DateOnly due, Message effect) =>
        new("clock.already_took_effect", ("step", step), ("due", due), ("effect", effect));

    /// <summary>An effect: the outcome of the step.</summary>
    internal static Message Outcome(NameValue outcome) => new("clock.outcome_by_rule", ("outcome", outcome));

    /// <summary>An effect: an answer in the name of the silent.</summary>
    internal static Message CountsAs(NameValue participant, NameValue outcome) =>
        new("clock.silence_counts_as", ("participant", participant), ("outcome", outcome));

    /// <summary>An effect: the silent left the roll.</summary>
    internal static Message NotCounted(NameValue participant) => new("clock.silence_not_counted", ("participant", participant));

    /// <summary>The step may not end sooner.</summary>
    internal static Refusal FloorNotReached(NameValue step, DateOnly due, DateOnly on) =>
        new("clock.floor_not_reached", ("step", step), ("due", due), ("on", on));

    /// <summary>The work is suspended.</summary>
    internal static Refusal Suspended(DateOnly since, string document) => new("case.suspended", ("since", since), ("document", document));

    /// <summary>A legal day lies in the future or before the case.</summary>
    internal static Refusal DayOutOfBounds(NameValue moment, DateOnly from, DateOnly to, DateOnly day) =>
        new("case.day_out_of_bounds", ("moment", moment), ("from", from), ("to", to), ("day", day));
}
