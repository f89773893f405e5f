using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of handing a task over for good.</summary>
internal static class TransferRefusals
{
    /// <summary>The actor has no task at the step to hand over.</summary>
    internal static Refusal NotYours(NameValue step, NameValue person) => new("transfer.not_yours", ("step", step), ("person", person));

    /// <summary>The task of that participant is not the actor's to hand over.</summary>
    internal static Refusal NotTheirs(NameValue step, NameValue participant, NameValue person) =>
        new("transfer.not_theirs", ("step", step), ("participant", participant), ("person", person));

    /// <summary>The actor may hand over the tasks of several participants.</summary>
    internal static Refusal Unclear(NameValue step, NameValue person, IEnumerable<NameValue> participants) =>
        new("transfer.unclear", ("step", step), ("person", person), ("participants", MessageValue.List(participants)));

    /// <summary>The one who would take it over is of another office.</summary>
    internal static Refusal OtherOffice(NameValue post, NameValue person) => new("transfer.other_office", ("post", post), ("person", person));

    /// <summary>What needs reasons: handing a task over.</summary>
    internal static Message HandingOver() => new("transfer.handing_over");
}
