using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of handing a task over for good.</summary>
internal static class HandoverRefusals
{
    /// <summary>The actor has no task at the step to hand over.</summary>
    internal static Refusal NotYours(NameValue step, NameValue person) =>
        StepRefusals.NotYours(step, new Message("transfer.by_holder"), person);

    /// <summary>The task of that participant is not the actor's to hand over.</summary>
    internal static Refusal NotTheirs(NameValue step, NameValue participant, NameValue person) =>
        StepRefusals.NotYours(step, new Message("transfer.of_participant", ("participant", participant)), person);

    /// <summary>The one who would take it over is of another office.</summary>
    internal static Refusal OtherOffice(NameValue post, NameValue person) =>
        new("transfer.other_office", ("post", post), ("person", person));

    /// <summary>What needs reasons: handing a task over.</summary>
    internal static Message HandingOver() => new("transfer.handing_over");
}
