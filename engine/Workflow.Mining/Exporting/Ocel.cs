using System.Collections.Immutable;

namespace Workflow.Mining.Exporting;

/// <summary>The types of event and object that an object-centric log (OCEL 2.0) of ours has. They are the same for every ledger, so that a log can be written in one pass.</summary>
public static class Ocel
{
    /// <summary>The attributes of every event.</summary>
    public static ImmutableArray<OcelAttributeType> EventAttributes { get; } =
    [
        new("activity", "string"),
        new("effective", "time"),
        new("resource", "string"),
        new("role", "string"),
        new("group", "string"),
        new("assigned", "string"),
        new("outcome", "string"),
    ];

    /// <summary>The types of event: the stored names of what happened.</summary>
    public static ImmutableArray<string> EventTypes { get; } =
    [
        "case.adopted",
        "case.lodged",
        "step.opened",
        "step.skipped",
        "step.claimed",
        "step.assigned",
        "step.released",
        "step.answered",
        "step.completed",
        "step.withdrawn",
        "steps.superseded",
        "lots.sealed",
        "lots.revealed",
        "lots.drawn",
        "lots.redrawn",
        "moment.marked",
        "document.issued",
        "document.voided",
        "document.served",
        "material.missing",
        "material.received",
        "material.promised",
        "material.returned",
        "material.expired",
        "material.shared",
        "clock.started",
        "clock.moved",
        "clock.stopped",
        "clock.expired",
        "copy.sent",
        "comment.added",
        "file.attached",
        "case.migrated",
        "case.concluded",
        "case.closed",
    ];

    /// <summary>The types of object with their attributes.</summary>
    public static ImmutableArray<OcelObjectType> ObjectTypes { get; } =
    [
        new(
            "case",
            [
                new("process", "string"),
                new("definition", "string"),
                new("stage", "string"),
                new("result", "string"),
                new("called by", "string"),
            ]
        ),
        new("certificate", [new("document", "string"), new("number", "string"), new("sha256", "string"), new("status", "string")]),
        new(
            "task",
            [new("step", "string"), new("title", "string"), new("office", "string"), new("status", "string"), new("outcome", "string")]
        ),
        new("material", [new("material", "string"), new("title", "string")]),
        new("clock", [new("clock", "string"), new("period", "string"), new("start", "time"), new("due", "time"), new("status", "string")]),
        new("notice", [new("kind", "string")]),
    ];
}

/// <summary>The name and the type of an attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in OCEL: <c>string</c> or <c>time</c>.</param>
public sealed record OcelAttributeType(string Name, string Type);

/// <summary>A type of object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record OcelObjectType(string Name, ImmutableArray<OcelAttributeType> Attributes);

/// <summary>An event with what it is about.</summary>
/// <param name="Id">Its name in the ledger.</param>
/// <param name="Type">One of <see cref="Ocel.EventTypes"/>.</param>
/// <param name="At">The recorded moment.</param>
/// <param name="Values">Its attributes by name; those without a value are left out.</param>
/// <param name="Objects">The objects it is about, each with the part it plays.</param>
public sealed record OcelEvent(
    string Id,
    string Type,
    DateTimeOffset At,
    ImmutableArray<OcelValue> Values,
    ImmutableArray<OcelRelation> Objects
);

/// <summary>An object with its history.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Type">One of <see cref="Ocel.ObjectTypes"/>.</param>
/// <param name="Values">Its attributes, each with the moment from which it holds; a later value of the same name replaces it.</param>
/// <param name="Objects">The objects it belongs to.</param>
public sealed record OcelObject(string Id, string Type, ImmutableArray<OcelTimedValue> Values, ImmutableArray<OcelRelation> Objects);

/// <summary>A value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value; a day or a moment in ISO form.</param>
public sealed record OcelValue(string Name, string Value);

/// <summary>A value from a moment on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
/// <param name="From">From when it holds.</param>
public sealed record OcelTimedValue(string Name, string Value, DateTimeOffset From);

/// <summary>A relation to an object.</summary>
/// <param name="Object">The object's id.</param>
/// <param name="Qualifier">The part it plays, in words.</param>
public sealed record OcelRelation(string Object, string Qualifier);
