using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says how the materials stand, all at a check or a single one.</summary>
internal static class MaterialWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            MaterialsChecked e => Checked(e, names),
            MaterialStood e => Stood(e, names),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Checked(MaterialsChecked e, CaseNames names)
    {
        Message received = e.Received.IsEmpty
            ? new("told.materials.none")
            : new("told.materials.received", ("materials", MessageValue.List(e.Received.Select(names.Material))));
        return e.Missing.IsEmpty
            ? new("told.materials.checked", ("received", received))
            : new("told.materials.missing", ("received", received), ("missing", MessageValue.List(e.Missing.Select(names.Material))));
    }

    private static Message Stood(MaterialStood e, CaseNames names) =>
        new(
            "told.material.stands",
            ("material", names.Material(e.Material)),
            ("standing", Stands(e)),
            ("document", LineParts.Of("told.material.document", "document", e.Document))
        );

    private static Message Stands(MaterialStood e) =>
        e.Standing switch
        {
            Standing.Received => new("told.material.received", ("until", Until(e))),
            Standing.Promised when e.Until is { } day => new("told.material.promised_by", ("day", day)),
            Standing.Promised => new("told.material.promised"),
            Standing.Returned => new("told.material.returned"),
            Standing.Expired => new("told.material.expired", ("until", Until(e))),
            Standing.Shared => new("told.material.shared", ("until", Until(e))),
            Standing.Missing when e.By is RuleActor => new("told.material.promise_broken"),
            Standing.Missing => new("told.material.missing"),
            _ => throw new UnreachableException($"No answer for {e.Standing}."),
        };

    private static MessageValue Until(MaterialStood e) => LineParts.Of("told.material.until", "day", e.Until);
}
