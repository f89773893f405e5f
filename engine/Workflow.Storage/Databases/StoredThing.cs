using Workflow.Engine.Messages;

namespace Workflow.Storage.Databases;

/// <summary>Stored things, as sentences about them name them.</summary>
public static class StoredThing
{
    /// <summary>the calendar {digest}</summary>
    public static Message Calendar(string digest) => new("stored.calendar", ("digest", digest));

    /// <summary>the definition {digest}</summary>
    public static Message Definition(string digest) => new("stored.definition", ("digest", digest));

    /// <summary>case {number}</summary>
    public static Message Case(string number) => new("stored.case", ("number", number));

    /// <summary>entry {entry} of case {number}</summary>
    public static Message Entry(string number, long entry) => new("stored.entry", ("number", number), ("entry", entry));

    /// <summary>the entries of case {number}</summary>
    public static Message Entries(string number) => new("stored.entries", ("number", number));

    /// <summary>the row of case {number}</summary>
    public static Message Head(string number) => new("stored.head", ("number", number));

    /// <summary>the rows of case {number}</summary>
    public static Message Rows(string number) => new("stored.rows", ("number", number));

    /// <summary>the moment of a row</summary>
    public static Message Moment() => new("stored.moment");

    /// <summary>seal {seal}</summary>
    public static Message Seal(long seal) => new("stored.seal", ("seal", seal));

    /// <summary>a content</summary>
    public static Message Content() => new("stored.content");

    /// <summary>an access record</summary>
    public static Message AccessRecord() => new("stored.access_record");
}
