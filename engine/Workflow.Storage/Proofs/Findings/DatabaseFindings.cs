using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What is wrong with a database beside what is written in it.</summary>
internal static class DatabaseFindings
{
    /// <summary>The database finds itself damaged: {detail}</summary>
    internal static Message Damaged(string detail) => new("verify.damaged", ("detail", MachineText.Of(detail)));

    /// <summary>Expected tables alone, but found the trigger '{name}', which this product does not make.</summary>
    internal static Message Trigger(string name) => new("verify.trigger", ("name", name));

    /// <summary>Expected tables alone, but found the view '{name}', which this product does not make.</summary>
    internal static Message View(string name) => new("verify.view", ("name", name));

    /// <summary>Expected to read {part}, but that fails ({detail}).</summary>
    internal static Message Part(Message part, Message detail) => new("verify.part", ("part", part), ("detail", detail));

    /// <summary>Expected no version of the tables but this program's, but found {version}.</summary>
    internal static Message UnknownSchema(long version) => new("verify.schema_unknown", ("version", version));

    /// <summary>Expected the tables to be on record as version {version}, but that record is gone.</summary>
    internal static Message SchemaLeft(long version) => new("verify.schema_left", ("version", version));

    /// <summary>Expected the {kind} '{name}' in the database, but it is not there.</summary>
    internal static Message Gone(SchemaObject made) => new("verify.object_gone", ("kind", Kind(made)), ("name", made.Name));

    /// <summary>Expected the {kind} '{name}' as this product makes it, but it is another.</summary>
    internal static Message Changed(SchemaObject made) => new("verify.object_changed", ("kind", Kind(made)), ("name", made.Name));

    /// <summary>Expected no {kind} '{name}' in a table of this product, but found it.</summary>
    internal static Message Strange(SchemaObject found) =>
        found.Kind switch
        {
            "view" => View(found.Name),
            "trigger" => Trigger(found.Name),
            "table" or "index" => new("verify.object_strange", ("kind", Kind(found)), ("name", found.Name)),
            _ => throw new UnreachableException($"No finding for a {found.Kind}."),
        };

    private static Message Kind(SchemaObject thing) => thing.Kind == "index" ? new("verify.kind_index") : new("verify.kind_table");
}
