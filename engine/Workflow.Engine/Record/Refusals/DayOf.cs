using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>What a day reported by another system is the day of.</summary>
internal static class DayOf
{
    /// <summary>The lodging.</summary>
    internal static Message Lodging() => new("adopt.day.lodging");

    /// <summary>An act at a step.</summary>
    internal static Message Act(NameValue step) => new("adopt.day.act", ("step", step));

    /// <summary>The opening of a run of a step.</summary>
    internal static Message Opening(NameValue run) => new("adopt.day.opening", ("step", run));

    /// <summary>A moment.</summary>
    internal static Message Moment(NameValue moment) => new("adopt.day.moment", ("moment", moment));

    /// <summary>A document.</summary>
    internal static Message Document(NameValue document) => new("adopt.day.document", ("document", document));

    /// <summary>The promise of a material.</summary>
    internal static Message Promise(NameValue material) => new("adopt.day.promise", ("material", material));

    /// <summary>The receipt of a material that was promised.</summary>
    internal static Message Receipt(NameValue material) => new("adopt.day.receipt", ("material", material));

    /// <summary>A pause of a clock.</summary>
    internal static Message Pause(NameValue clock) => new("adopt.day.pause", ("clock", clock));

    /// <summary>An extension of a clock.</summary>
    internal static Message Extension(NameValue clock) => new("adopt.day.extension", ("clock", clock));
}
